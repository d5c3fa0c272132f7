import { ensureInstalled } from './ensure-installed.mjs';
import { ensureNodeForSetup, relaunchUnderOwnNode } from './ensure-node.mjs';

/**
 * What every command needs first: a Node that can run it and the packages of the lock file.
 * @param {string} script the absolute path of the calling script
 * @returns {Promise<number | null>} the exit code of another run that did the work, or null when this one is to do it
 */
export async function prepare(script) {
  ensureNodeForSetup();
  await ensureInstalled();
  return await relaunchUnderOwnNode(script, process.argv.slice(2));
}

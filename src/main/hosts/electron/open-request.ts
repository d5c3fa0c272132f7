import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageEnding } from '../../../shared/domain/package';

/** What somebody wants to see who starts the application with an argument, a double click or a link. */
export type OpenRequest =
  | { readonly kind: 'file' | 'package'; readonly path: string }
  /** An address inside the page. */
  | { readonly kind: 'page'; readonly address: string };

/** Links such as `smart-recruiting://offers/12` lead to one thing; whatever else a link says is not followed. */
export const linkScheme = 'smart-recruiting';
const links = /^smart-recruiting:\/\/(offers|companies|formations)\/(\d{1,15})\/?$/;

/** Tables that the import page reads. */
const importable = /\.(csv|tsv|txt|xlsx)$/i;

/**
 * Reads what is to be opened from the arguments of a start (without the program itself); the first one that is
 * understood counts, switches are left aside. `folder` is where relative paths begin. Null when there is nothing to open.
 */
export function readOpenRequest(args: readonly string[], folder: string): OpenRequest | null {
  for (const arg of args.filter((text) => !text.startsWith('-'))) {
    const request = readLink(arg) ?? readFile(resolve(folder, arg));
    if (request) return request;
  }
  return null;
}

/** The data folder that the arguments name, as `--data-dir FOLDER` or `--data-dir=FOLDER`; null without one. */
export function readDataDir(args: readonly string[]): string | null {
  // Not strict: Electron and Chromium have switches of their own.
  const { values } = parseArgs({
    args: [...args],
    options: { 'data-dir': { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const folder = values['data-dir'];
  return typeof folder === 'string' && folder.trim() !== '' ? folder : null;
}

/** The page that a link leads to; null for any other text. */
export function readLink(text: string): OpenRequest | null {
  const [, group, id] = links.exec(text) ?? [];
  return group && id ? { kind: 'page', address: `${group}/${Number(id)}` } : null;
}

/** A file at an absolute path that can be imported: a table, or the package of another university; null for anything else. */
export function readFile(path: string): OpenRequest | null {
  const isPackage = path.toLowerCase().endsWith(packageEnding);
  if (!(isPackage || importable.test(path)) || !existsSync(path) || !statSync(path).isFile()) return null;
  return { kind: isPackage ? 'package' : 'file', path };
}

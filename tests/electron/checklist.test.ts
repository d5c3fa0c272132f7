import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { wantedFuses } from '../../packaging/hooks.mjs';

// Electron's list (https://www.electronjs.org/docs/latest/tutorial/security) as far as it can be read in sources and
// bundles; what is decided at run time is asked in stand-in.test.ts. docs/security.md says which point is where.
const root = resolve(import.meta.dirname, '../..');
const filesBelow = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(root, folder, name));
const containing = (files: readonly string[], pattern: RegExp): readonly string[] =>
  files.filter((file) => pattern.test(readFileSync(file, 'utf8'))).map((file) => file.slice(root.length + 1));

const sources = filesBelow('src', /\.(ts|tsx|html)$/);
const pageBundle = filesBelow('out/renderer', /\.(js|html)$/);

it('loads nothing over http, opens nothing outside and embeds no foreign page', () => {
  const page = filesBelow('src/renderer', /\.(ts|tsx|html)$/);
  expect(containing(page, /\b(src|href)=["'{]\s*["'`]?https?:/)).toEqual([]);
  expect(containing(sources, /\bshell\.openExternal|from 'electron\/renderer'|@electron\/remote/)).toEqual([]);
  expect(containing(sources, /<webview|allowpopups|<iframe|window\.open\(/)).toEqual([]);
});

it('turns on nothing that Electron leaves off, and off nothing that it leaves on', () => {
  const wrong =
    /experimentalFeatures|enableBlinkFeatures|nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false|allowRunningInsecureContent: true|webviewTag: true|no-sandbox|disable-web-security|ignore-certificate-errors/;
  expect(containing(sources, wrong)).toEqual([]);
  expect(containing(sources, /setCertificateVerifyProc|'certificate-error'|NODE_TLS_REJECT_UNAUTHORIZED/)).toEqual([]);
});

it('talks to its page by one channel, in one file that looks at the sender', () => {
  expect(containing(sources, /\bipcMain\b/)).toEqual(['src/main/hosts/electron/connect.ts']);
  expect(containing(sources, /\bipcRenderer\b|contextBridge/)).toEqual(['src/main/hosts/electron/preload.ts']);
  const preload = readFileSync(join(root, 'out/preload/preload.cjs'), 'utf8');
  // The page gets a flag and no function: what it may ask for is decided behind the port.
  expect(preload.match(/exposeInMainWorld\(/g)).toHaveLength(1);
  expect(preload.match(/ipcRenderer\.(\w+)/g)).toEqual(['ipcRenderer.send', 'ipcRenderer.on']);
});

it('uses its own protocol and never file:', () => {
  expect(containing(sources, /\bloadFile\(|['"`]file:\/\//)).toEqual([]);
});

it('needs no inline script, no inline handler and no code made from text in its page', () => {
  const html = readFileSync(join(root, 'out/renderer/index.html'), 'utf8');
  expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g)).toBeNull();
  expect(html.match(/\son\w+=/g)).toBeNull();
  const own = filesBelow('src', /\.(ts|tsx)$/);
  expect(containing(own, /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=/)).toEqual([]);
  expect(pageBundle.length).toBeGreaterThan(1);
});

it('is shipped with the fuses that keep others from using it as a Node', () => {
  const config = JSON.parse(readFileSync(join(root, 'packaging/electron-builder.json'), 'utf8')) as {
    readonly electronFuses: Readonly<Record<string, boolean>>;
    readonly asar: boolean;
  };
  const asked = Object.fromEntries(
    Object.entries(config.electronFuses).map(([name, isOn]) => [
      name
        .replace(/^enable(\w)/, (_all, first: string) => first.toLowerCase())
        .replace('nodeOptionsEnvironmentVariable', 'nodeOptions')
        .replace('nodeCliInspectArguments', 'nodeCliInspect'),
      isOn,
    ]),
  );
  expect([asked, config.asar]).toEqual([wantedFuses, true]);
});

import { createReadStream } from 'node:fs';
import { relative, sep } from 'node:path';
import { createInterface } from 'node:readline';

/** What a program did to the files of a folder, in order; names are relative to the folder. */
export type DiskEvent =
  | { readonly kind: 'create' | 'unlink' | 'sync'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly offset: number | null; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly name: string; readonly size: number }
  | { readonly kind: 'copy' | 'rename'; readonly from: string; readonly name: string }
  /** Said on standard output. */
  | { readonly kind: 'said'; readonly text: string };

const calls = 'openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename,copy_file_range,sendfile';

/** The program under which to run what is to be recorded into `logFile` (absolute path); Linux with strace only. */
export function recorder(logFile: string): readonly string[] {
  return [
    'strace',
    '-f',
    '-qq',
    '-y',
    '-xx',
    '-s',
    '100000',
    '--seccomp-bpf',
    '-e',
    `trace=${calls}`,
    '-e',
    'signal=none',
    '-o',
    logFile,
  ];
}

/** Reads what `recorder` wrote of the files below `folder` (absolute path). */
export async function* readWriteLog(logFile: string, folder: string): AsyncGenerator<DiskEvent> {
  const unfinished = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(logFile, 'latin1') })) {
    const [, thread = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const begun = /^(.*) <unfinished \.\.\.>$/.exec(text);
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    if (begun) {
      unfinished.set(thread, begun[1] ?? '');
      // What is being written may be on the disk from now on; what is being synchronised only at the end.
      if (!/^f(data)?sync/.test(text)) yield* eventsOf(`${begun[1] ?? ''}) = 0`, folder);
    } else if (resumed) {
      const whole = `${unfinished.get(thread) ?? ''}${resumed[1] ?? ''}`;
      unfinished.delete(thread);
      if (/^f(data)?sync/.test(whole)) yield* eventsOf(whole, folder);
    } else yield* eventsOf(text, folder);
  }
}

function* eventsOf(text: string, folder: string): Generator<DiskEvent> {
  if (/= -1 /.test(text.slice(-80))) return;
  const [, call = '', rest = ''] = /^(\w+)\((.*)$/s.exec(text) ?? [];
  const paths = [...rest.matchAll(/<([^<>]*)>/g)].map(([, path = '']) => nameIn(folder, unescape(path)));
  const strings = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => bytesOf(hex));
  const stringNames = strings.map((bytes) => nameIn(folder, bytes.toString('utf8')));
  const [data = Buffer.alloc(0)] = strings;
  if (call === 'write' && rest.startsWith('1<')) yield { kind: 'said', text: data.toString('utf8') };
  else if (call === 'openat') {
    const [name = null] = stringNames;
    if (name === null || !/O_CREAT/.test(rest)) return;
    yield { kind: 'create', name };
    if (/O_TRUNC/.test(rest)) yield { kind: 'truncate', name, size: 0 };
  } else if (call === 'rename') {
    const [from = null, name = null] = stringNames;
    if (from !== null && name !== null) yield { kind: 'rename', from, name };
  } else if (call === 'unlink') {
    const [name = null] = stringNames;
    if (name !== null) yield { kind: 'unlink', name };
  } else if (call === 'copy_file_range' || call === 'sendfile') {
    const [one = null, other = null] = paths;
    const [from, name] = call === 'sendfile' ? [other, one] : [one, other];
    if (from !== null && name !== null) yield { kind: 'copy', from, name };
  } else {
    const [name = null] = paths;
    if (name === null) return;
    const numbers = [...rest.matchAll(/, (\d+)/g)].map(([, number]) => Number(number));
    if (call === 'pwrite64') yield { kind: 'write', name, offset: numbers[1] ?? 0, data };
    else if (call === 'write') yield { kind: 'write', name, offset: null, data };
    else if (call === 'ftruncate') yield { kind: 'truncate', name, size: numbers[0] ?? 0 };
    else if (/^f(data)?sync$/.test(call)) yield { kind: 'sync', name };
  }
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}

function unescape(path: string): string {
  return path.includes('\\x') ? bytesOf(path).toString('utf8') : path;
}

/** The name of a file in the folder whose content matters; null for others, shared memory and logs. */
function nameIn(folder: string, path: string): string | null {
  const name = relative(folder, path.replace(/ \(deleted\)$/, ''))
    .split(sep)
    .join('/');
  if (name.startsWith('..') || name.startsWith('/') || /-shm$|\.lock|^logs|^files/.test(name)) return null;
  return name;
}

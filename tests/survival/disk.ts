import type { Random } from '../../src/shared/util/random';
import type { DiskEvent } from './write-log';

const sectorBytes = 512;

type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly size: number };

interface File {
  /** What the disk is sure to have. */
  durable: Buffer;
  /** What it may or may not have got since. */
  pending: Change[];
  /** As a program sees it. */
  content: Buffer;
}

type Names = Map<string, File>;
interface Renaming {
  readonly file: File | null;
  readonly apply: (names: Names) => void;
}

/**
 * A disk with a cache that keeps nothing for sure but what was synchronised. Of changes since then any 512 bytes may have
 * come, in any order, or half of them; names change in their order, as on file systems with a journal.
 */
export class Disk {
  private readonly names: Names = new Map();
  private durableNames: Names = new Map();
  private renamings: Renaming[] = [];

  constructor(files: ReadonlyMap<string, Buffer>) {
    for (const [name, content] of files)
      this.names.set(name, { durable: content, pending: [], content: Buffer.from(content) });
    this.durableNames = new Map(this.names);
  }

  apply(event: Exclude<DiskEvent, { kind: 'said' }>): void {
    switch (event.kind) {
      case 'create':
        if (!this.names.has(event.name)) this.file(event.name);
        break;
      case 'write': {
        const file = this.file(event.name);
        change(file, { kind: 'write', offset: event.offset ?? file.content.length, data: event.data });
        break;
      }
      case 'truncate':
        change(this.file(event.name), { kind: 'truncate', size: event.size });
        break;
      case 'copy': {
        const data = Buffer.from(this.file(event.from).content);
        change(this.file(event.name), { kind: 'write', offset: 0, data });
        break;
      }
      case 'unlink':
        this.rename(null, (names) => void names.delete(event.name));
        break;
      case 'rename': {
        const file = this.file(event.from);
        this.rename(file, (names) => void (names.delete(event.from), names.set(event.name, file)));
        break;
      }
      case 'sync':
        this.sync(event.name);
        break;
    }
  }

  private file(name: string): File {
    const known = this.names.get(name);
    if (known) return known;
    const file: File = { durable: Buffer.alloc(0), pending: [], content: Buffer.alloc(0) };
    this.rename(file, (names) => void names.set(name, file));
    return file;
  }

  private rename(file: File | null, apply: (names: Names) => void): void {
    apply(this.names);
    this.renamings.push({ file, apply });
  }

  private sync(name: string): void {
    const file = this.names.get(name);
    // A folder: all names are on the disk. A file: its own is, with all that came before it.
    const last = file ? this.renamings.findLastIndex((renaming) => renaming.file === file) : this.renamings.length - 1;
    for (const { apply } of this.renamings.splice(0, last + 1)) apply(this.durableNames);
    if (!file) return;
    file.durable = Buffer.from(file.content);
    file.pending = [];
  }

  /** Whether anything was written or named that is not sure to be on the disk. */
  isUncertain(): boolean {
    return this.renamings.length > 0 || [...this.names.values()].some(({ pending }) => pending.length > 0);
  }

  /** What may be found on the disk when the power fails now; a file that is certain is the same buffer each time. */
  cut(random: Random): Map<string, Buffer> {
    const names = new Map(this.durableNames);
    for (const { apply } of this.renamings.slice(0, random.below(this.renamings.length + 1))) apply(names);
    return new Map([...names].map(([name, file]) => [name, torn(file, random)]));
  }
}

function change(file: File, made: Change): void {
  file.pending.push(made);
  file.content = changed(file.content, made);
}

function changed(content: Buffer, made: Change): Buffer {
  if (made.kind === 'truncate') return resized(content, made.size);
  const { offset, data } = made;
  // Content is shared with nobody who would see it change: `sync` copies.
  const grown = content.length < offset + data.length ? resized(content, offset + data.length) : content;
  data.copy(grown, offset);
  return grown;
}

function resized(content: Buffer, size: number): Buffer {
  const next = Buffer.alloc(size);
  content.copy(next, 0, 0, Math.min(size, content.length));
  return next;
}

function torn({ durable, pending }: File, random: Random): Buffer {
  if (pending.length === 0) return durable;
  const share = [0, 1, 0.5, random.next()][random.below(4)] ?? 0;
  // Either any of what was written since, or all up to some moment.
  const made = random.below(2) === 0 ? pending : pending.slice(0, random.below(pending.length + 1));
  const ends = made.map((one) => (one.kind === 'write' ? one.offset + one.data.length : one.size));
  const image = Buffer.alloc(Math.max(durable.length, ...ends));
  durable.copy(image);
  let size = durable.length;
  for (const one of made) {
    if (one.kind === 'truncate') {
      if (random.next() >= share) continue;
      image.fill(0, Math.min(size, one.size));
      size = one.size;
      continue;
    }
    for (let from = 0; from < one.data.length; from += sectorBytes) {
      if (random.next() >= share) continue;
      const sector = one.data.subarray(from, from + sectorBytes);
      const data = random.below(50) === 0 ? sector.subarray(0, sector.length >> 1) : sector;
      data.copy(image, one.offset + from);
      size = Math.max(size, one.offset + from + data.length);
    }
  }
  return image.subarray(0, size);
}

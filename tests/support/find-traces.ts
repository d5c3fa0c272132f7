import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which of the texts stand in the bytes of which files of a folder and the folders in it, each as `text in file`; capitals do not count. */
export function findTraces(
  traces: readonly string[],
  folder: string,
  isWanted: (path: string) => boolean = () => true,
): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isWanted(join(entry.parentPath, entry.name)))
    .flatMap(({ parentPath, name }) => {
      const content = textOf(join(parentPath, name)).toLowerCase();
      const isThere = (trace: string): boolean => content.includes(Buffer.from(trace).toString('latin1').toLowerCase());
      return traces.filter(isThere).map((trace) => `${trace} in ${name}`);
    });
}

/** Nothing where the file went meanwhile, as journals do. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

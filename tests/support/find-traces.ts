import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
      const path = join(parentPath, name);
      const content = existsSync(path) ? readFileSync(path).toString('latin1').toLowerCase() : '';
      const isThere = (trace: string): boolean => content.includes(Buffer.from(trace).toString('latin1').toLowerCase());
      return traces.filter(isThere).map((trace) => `${trace} in ${name}`);
    });
}

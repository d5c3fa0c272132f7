/** More are no choice that a person looks through: somebody named a whole disk. */
export const mostFilesTogether = 60;

/** Hidden files, owner files of Office, parts of downloads, and what Windows keeps in folders. */
const aside = /^[.~]|\.(?:tmp|part|partial|crdownload|download|lock|lnk|ini)$/i;

/** Whether the name is that of a file or folder that systems and programs keep among others: nobody means it by choosing its folder. */
export function isKeptAside(name: string): boolean {
  return aside.test(name);
}

import { readBackupFileName } from '../../../shared/domain/backup';
import type { Format } from '../../i18n/use-format';

/** When a backup was made, as its name says it; null for a name that says nothing. */
export function backupDate(name: string, format: Format): string | null {
  const said = readBackupFileName(name);
  return said && format.dateTime(said.at);
}

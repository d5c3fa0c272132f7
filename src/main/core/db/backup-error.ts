import { AppError } from '../../../shared/domain/app-error';

/**
 * What was found wrong with the backup at `path`, or with a copy of it, said of the backup: nobody is to believe that the
 * database is damaged.
 */
export function toBackupError({ code, message, reason, details }: AppError, path: string, cause?: unknown): AppError {
  const told = reason === 'database-damaged' ? 'backup-damaged' : reason;
  return new AppError(code, message, told, { ...details, path }, { cause });
}

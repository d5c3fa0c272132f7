/** Node's error for a port that cannot be listened on. Windows, which keeps ranges for itself, calls it lack of rights. */
export function isPortRefused(error: unknown): error is NodeJS.ErrnoException & { readonly port: unknown } {
  if (!(error instanceof Error) || !('code' in error) || !('port' in error)) return false;
  return error.code === 'EADDRINUSE' || error.code === 'EACCES';
}

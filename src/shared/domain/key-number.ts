/** What people tell keys apart by, as on the recovery sheet: the digits with which the id and the name of the key's file begin. */
export function keyNumber(keyId: string): string {
  return keyId.slice(0, 8);
}

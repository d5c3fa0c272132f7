/** The day (`yyyy-mm-dd`) that an instant falls on where the person is: at half past midnight it is another than in UTC. */
export function localDay(instant: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const year = String(instant.getFullYear()).padStart(4, '0');
  return `${year}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

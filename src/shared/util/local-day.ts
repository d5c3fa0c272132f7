/** The day (`yyyy-mm-dd`) that an instant falls on where the person is: at half past midnight it is another than in UTC. */
export function localDay(instant: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const year = String(instant.getFullYear()).padStart(4, '0');
  return `${year}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** The last instant of a day (`yyyy-mm-dd`) where the person is. */
export function endOfDay(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 23, 59, 59, 999);
}

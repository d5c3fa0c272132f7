/** The pages that students have, by the beginning of their address. */
const pages = ['/students/internship', '/students/formation', '/search'] as const;

export const kioskStart = '/students/internship';

/** Whether an address inside the page belongs to students. */
export function isKioskPage(pathname: string): boolean {
  return pages.some((page) => pathname === page || pathname.startsWith(`${page}/`));
}

const address = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/;

/** An e-mail address, alone or as "Name <address>"; undefined when there is none. Delivery is not checked. */
export function parseEmail(text: string): string | undefined {
  const trimmed = text.trim().replace(/^mailto:/i, '');
  const inner = /<([^<>]+)>\s*$/.exec(trimmed)?.[1] ?? trimmed;
  return inner.length <= 320 && address.test(inner) ? inner : undefined;
}

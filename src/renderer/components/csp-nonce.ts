/** The nonce that the content security policy of this answer admits styles with; empty where there is no policy. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

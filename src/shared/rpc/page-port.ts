/**
 * How a desktop page gets its port. The page posts `pagePortRequest` to its own window once it listens; the preload
 * answers by posting `pagePortReply` to the same window with one MessagePort, whose frames are those of
 * `message-port.ts`. Only a page whose window carries a true `pagePortFlag`, set by the preload, asks for a port; any
 * other speaks HTTP instead.
 */
export const pagePortRequest = 'smart-recruiting:connect';
export const pagePortReply = 'smart-recruiting:port';
export const pagePortFlag = 'smartRecruitingPort';
/** The protocol that a desktop page is served by; the shell hands a port to no other page. */
export const pagePortProtocol = 'app:';

/** Stands in `index.html`; a host that sends a content security policy puts the nonce of each answer in its place. */
export const cspNoncePlaceholder = '__CSP_NONCE__';

/**
 * How a desktop page gets its port. The page posts `pagePortRequest` to its own window once it listens; the preload
 * answers by posting `pagePortReply` to the same window with one MessagePort, whose frames are those of
 * `message-port.ts`. A page served by any other protocol than `pagePortProtocol` speaks HTTP instead.
 */
export const pagePortRequest = 'smart-recruiting:connect';
export const pagePortReply = 'smart-recruiting:port';
export const pagePortProtocol = 'app:';

/** Stands in `index.html`; a host that sends a content security policy puts the nonce of each answer in its place. */
export const cspNoncePlaceholder = '__CSP_NONCE__';

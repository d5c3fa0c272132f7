import { createContext, use } from 'react';
import type { AppClient } from '../../shared/contract/contract';

export const ClientContext = createContext<AppClient | null>(null);

/** The client of the application. Throws when used outside the frame that provides it. */
export function useClient(): AppClient {
  const client = use(ClientContext);
  if (!client) throw new Error('There is no client above this component.');
  return client;
}

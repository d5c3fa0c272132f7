import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import type { AppClient } from '../../shared/contract/contract';
import { ClientContext } from '../api/client-context';
import { createQueryClient } from '../api/query-client';
import { cspNonce } from '../components/csp-nonce';
import { startI18n } from '../i18n/start-i18n';
import { AppearanceFromSettings } from './AppearanceFromSettings';
import { createAppRouter } from './routes';

interface AppProps {
  readonly client: AppClient;
}

/** The whole page: what every part of it shares, around the routes. */
export function App({ client }: AppProps) {
  const [shared] = useState(() => ({
    styles: createCache({ key: 'sr', nonce: cspNonce() }),
    queryClient: createQueryClient(),
    i18n: startI18n('fr'),
    router: createAppRouter(),
  }));
  return (
    <CacheProvider value={shared.styles}>
      <QueryClientProvider client={shared.queryClient}>
        <ClientContext value={client}>
          <I18nextProvider i18n={shared.i18n}>
            <AppearanceFromSettings>
              {/* What is clicked counts at once: a transition would show the former address a moment longer, and the next
                  click or the way back would be mixed with it. */}
              <RouterProvider router={shared.router} useTransitions={false} />
            </AppearanceFromSettings>
          </I18nextProvider>
        </ClientContext>
      </QueryClientProvider>
    </CacheProvider>
  );
}

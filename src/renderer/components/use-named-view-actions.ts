import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedView } from '../../shared/contract/named-views';
import type { ViewPage } from '../../shared/domain/named-view';
import { useClient } from '../api/client-context';
import { useToldActions } from './use-told-actions';

/** What can be done with the named views of a page. Each tells what it did and how to take it back, or throws why not. */
export interface NamedViewActions {
  readonly add: (name: string, address: string) => Promise<NamedView>;
  readonly rename: (view: NamedView, name: string) => Promise<void>;
  /** Keeps another address under the name. */
  readonly update: (view: NamedView, address: string) => Promise<void>;
  /** Tells failures itself. */
  readonly remove: (view: NamedView) => Promise<void>;
}

/** The actions on the views of a page. */
export function useNamedViewActions(page: ViewPage): NamedViewActions {
  const { t } = useTranslation();
  const client = useClient();
  const { tell, attempt } = useToldActions(`${page}-view`);
  return useMemo(() => {
    const putBack = ({ id, name, address, seenAt }: NamedView): Promise<void> =>
      attempt(async () => {
        await client.namedViews.save({ viewId: id, page, name, address, seenAt });
        tell(t(`namedViews.${page}.restored`, { name }), null);
      });
    const remove = (view: NamedView): Promise<void> =>
      attempt(async () => {
        await client.namedViews.remove({ viewId: view.id });
        tell(t(`namedViews.${page}.removed`, { name: view.name }), () => putBack(view));
      });
    return {
      remove,
      async add(name, address) {
        const view = await client.namedViews.save({ viewId: null, page, name, address });
        tell(t(`namedViews.${page}.saved`, { name: view.name }), () => remove(view));
        return view;
      },
      async rename(view, name) {
        const renamed = await client.namedViews.save({ viewId: view.id, page, name, address: view.address });
        tell(t(`namedViews.${page}.renamed`, { name: renamed.name }), () => putBack(view));
      },
      async update(view, address) {
        await client.namedViews.save({ viewId: view.id, page, name: view.name, address });
        tell(t(`namedViews.${page}.updated`, { name: view.name }), () => putBack(view));
      },
    };
  }, [attempt, client, page, t, tell]);
}

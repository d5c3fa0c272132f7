import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DashboardView } from '../../../../shared/contract/dashboard-views';
import { useClient } from '../../../api/client-context';
import { useToldActions } from '../../../components/use-told-actions';

/** What can be done with named dashboards. Each tells what it did and how to take it back, or throws why not. */
export interface ViewActions {
  readonly add: (name: string, address: string) => Promise<DashboardView>;
  readonly rename: (view: DashboardView, name: string) => Promise<void>;
  /** Keeps another address under the name. */
  readonly update: (view: DashboardView, address: string) => Promise<void>;
  /** Tells failures itself. */
  readonly remove: (view: DashboardView) => Promise<void>;
}

export function useViewActions(): ViewActions {
  const { t } = useTranslation();
  const client = useClient();
  const { tell, attempt } = useToldActions('dashboard-view');
  return useMemo(() => {
    const putBack = ({ id, name, address }: DashboardView): Promise<void> =>
      attempt(async () => {
        await client.dashboardViews.save({ viewId: id, name, address });
        tell(t('dashboards.views.restored', { name }), null);
      });
    const remove = (view: DashboardView): Promise<void> =>
      attempt(async () => {
        await client.dashboardViews.remove({ viewId: view.id });
        tell(t('dashboards.views.removed', { name: view.name }), () => putBack(view));
      });
    return {
      remove,
      async add(name, address) {
        const view = await client.dashboardViews.save({ viewId: null, name, address });
        tell(t('dashboards.views.saved', { name: view.name }), () => remove(view));
        return view;
      },
      async rename(view, name) {
        const renamed = await client.dashboardViews.save({ viewId: view.id, name, address: view.address });
        tell(t('dashboards.views.renamed', { name: renamed.name }), () => putBack(view));
      },
      async update(view, address) {
        await client.dashboardViews.save({ viewId: view.id, name: view.name, address });
        tell(t('dashboards.views.updated', { name: view.name }), () => putBack(view));
      },
    };
  }, [attempt, client, t, tell]);
}

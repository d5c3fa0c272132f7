import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComponentId } from '../../../../shared/domain/ids';
import { useClient } from '../../../api/client-context';
import { useToldActions } from '../../../components/use-told-actions';
import { toLogo } from './to-logo';

/** Who has a logo or may get one. */
export interface LogoOwner {
  readonly componentId: ComponentId | null;
  readonly name: string;
  /** A PNG in base 64. */
  readonly png: string | null;
}

/** What can be done with a logo. Each tells what it did and how to take it back, or why not. */
export interface LogoActions {
  readonly choose: (owner: LogoOwner, file: File) => Promise<void>;
  readonly remove: (owner: LogoOwner) => Promise<void>;
}

export function useLogoActions(): LogoActions {
  const { t } = useTranslation();
  const client = useClient();
  const { tell, attempt } = useToldActions('logo');
  return useMemo(() => {
    const putBack = ({ componentId, name, png }: LogoOwner): Promise<void> =>
      attempt(async () => {
        await client.logos.save({ componentId, png });
        tell(t('logos.restored', { name }), null);
      });
    const save = async (owner: LogoOwner, png: string | null, text: string): Promise<void> => {
      await client.logos.save({ componentId: owner.componentId, png });
      tell(text, () => putBack(owner));
    };
    return {
      choose: (owner, file) =>
        attempt(async () => await save(owner, await toLogo(file), t('logos.saved', { name: owner.name }))),
      remove: (owner) => attempt(async () => await save(owner, null, t('logos.removed', { name: owner.name }))),
    };
  }, [attempt, client, t, tell]);
}

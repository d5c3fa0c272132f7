import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportProfile } from '../../../shared/contract/import-profiles';
import { useClient } from '../../api/client-context';
import { useToldActions } from '../../components/use-told-actions';

/** What can be done with remembered mappings. Each tells what it did and how to take it back. */
export interface ProfileActions {
  /** Throws why not. */
  readonly rename: (profile: ImportProfile, name: string) => Promise<void>;
  /** Tells failures itself. */
  readonly remove: (profile: ImportProfile) => Promise<void>;
}

export function useProfileActions(): ProfileActions {
  const { t } = useTranslation();
  const client = useClient();
  const { tell, attempt } = useToldActions('import-profile');
  return useMemo(() => {
    const giveName = async ({ kind, fingerprint }: ImportProfile, name: string): Promise<void> => {
      await client.importProfiles.rename({ kind, fingerprint, name });
    };
    const putBack = (profile: ImportProfile): Promise<void> =>
      attempt(async () => {
        await client.importProfiles.restore(profile);
        tell(t('importFiles.profiles.restored', { name: profile.name }), null);
      });
    return {
      async rename(profile, name) {
        await giveName(profile, name);
        tell(t('importFiles.profiles.renamed', { name }), () =>
          attempt(async () => {
            await giveName(profile, profile.name);
            tell(t('importFiles.profiles.renamed', { name: profile.name }), null);
          }),
        );
      },
      remove: (profile) =>
        attempt(async () => {
          const { kind, fingerprint, name } = profile;
          await client.importProfiles.remove({ kind, fingerprint });
          tell(t('importFiles.profiles.removed', { name }), () => putBack(profile));
        }),
    };
  }, [attempt, client, t, tell]);
}

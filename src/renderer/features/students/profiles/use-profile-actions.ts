import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formOfCandidate, type Candidate, type CandidateForm } from '../../../../shared/domain/candidate';
import { useClient } from '../../../api/client-context';
import { useToldActions } from '../../../components/use-told-actions';

/** What can be done with profiles; each tells what it did. */
export interface ProfileActions {
  /** Throws why not. */
  readonly save: (former: Candidate | null, form: CandidateForm, hasConsent: boolean) => Promise<Candidate>;
  /** Tells failures itself. The way back lies in this page alone, as long as its notice is shown. */
  readonly erase: (profile: Candidate) => Promise<void>;
}

export function useProfileActions(): ProfileActions {
  const { t } = useTranslation();
  const client = useClient();
  const { tell, attempt } = useToldActions('candidate');
  return useMemo(
    () => ({
      async save(former, form, hasConsent) {
        const saved = await client.candidates.save({ candidateId: former?.id ?? null, form, hasConsent });
        tell(t('profiles.saved', { name: saved.name }), null);
        return saved;
      },
      erase: (profile) =>
        attempt(async () => {
          const form = formOfCandidate(profile);
          await client.candidates.erase({ candidateId: profile.id });
          tell(t('profiles.erased', { name: form.name }), () =>
            attempt(async () => {
              // What is put back is the consent that the student gave, on the day it was given.
              const { consentedAt } = profile;
              await client.candidates.save({ candidateId: null, form, hasConsent: true, consentedAt });
              tell(t('profiles.restored', { name: form.name }), null);
            }),
          );
        }),
    }),
    [attempt, client, t, tell],
  );
}

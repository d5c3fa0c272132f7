import { useMemo } from 'react';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useClient } from '../../api/client-context';
import { useCall } from '../../api/use-call';
import { companyQuestion, withShownCompany } from './known-company';
import type { Proposals } from './proposals';

/** Looks for no company. */
const nobody = { name: '', siret: null, exceptId: null } as const;

interface ShownCompany {
  /** The proposals as they are shown. */
  readonly shown: Proposals;
  /** The company that would be shown for other proposals, for whoever accepts them unseen. */
  readonly companyFor: (form: OfferForm, proposals: Proposals) => Promise<Pick<OfferForm, 'companyName'>>;
}

/** The company of a text as it is known: what is shown is what is accepted. */
export function useShownCompany(form: OfferForm, proposals: Proposals): ShownCompany {
  const client = useClient();
  const question = useMemo(() => companyQuestion(form, proposals), [form, proposals]);
  const found = useCall('companies', 'similar', question ?? nobody, { enabled: question !== null }).data;
  const shown = useMemo(() => withShownCompany(proposals, question, found), [proposals, question, found]);
  const companyFor = async (said: OfferForm, read: Proposals): Promise<Pick<OfferForm, 'companyName'>> => {
    const asked = companyQuestion(said, read);
    const companies = asked && (await client.companies.similar(asked).catch(() => undefined));
    return { companyName: withShownCompany(read, asked, companies ?? undefined).companyName ?? said.companyName };
  };
  return { shown, companyFor };
}

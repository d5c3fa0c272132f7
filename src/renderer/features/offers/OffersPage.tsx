import OffersIcon from '@mui/icons-material/WorkOutlineOutlined';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { OfferDuplicatesLink } from '../../components/OfferDuplicatesLink';
import { ListPage } from '../../components/ListPage';
import { useListAddress } from '../../components/use-list-address';
import { useFormat } from '../../i18n/use-format';
import { DeletedOffersLink } from './DeletedOffersPage';
import { columnsUnderPanel, offerColumns } from './offer-columns';
import { offerListRules } from './offer-list';
import { OfferCriteria } from './OfferCriteria';
import { OfferPanel } from './OfferPanel';

/** All offers, with the formation that suits each best. */
export function OffersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const address = useListAddress(offerListRules);
  const { filter, sort, page, pageSize } = address;
  const answer = useCall('offers', 'list', { filter, sort, page, pageSize }, { keepPrevious: true });
  const columns = useMemo(() => offerColumns(t, format), [t, format]);
  return (
    <ListPage
      kind="offers"
      icon={<OffersIcon />}
      address={address}
      answer={answer}
      columns={columns}
      columnsUnderPanel={columnsUnderPanel}
      exports={[
        { label: t('exports.rows'), request: { what: 'offers', filter } },
        { label: t('exports.matches'), request: { what: 'matches', filter } },
      ]}
      actions={<DeletedOffersLink isCompact={address.open !== null} />}
      create={{ label: t('editor.newOffer'), to: '/offers/new' }}
      strip={<OfferDuplicatesLink importId={null} />}
      criteria={<OfferCriteria address={address} />}
      // Ids in addresses are plain numbers; the call refuses one that no offer has.
      panel={({ id, ...panel }) => <OfferPanel offerId={id as OfferId} {...panel} />}
    />
  );
}

import { Alert, Box, Button, Link as TextLink, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CompanyDetail } from '../../../shared/contract/companies';
import { readWebsite } from '../../../shared/domain/company-form';
import { localDay } from '../../../shared/util/local-day';
import { Facts } from '../../components/Facts';
import { formatSiret } from '../../components/format-siret';
import { offerName } from '../../components/offer-name';
import { OfferLinks } from '../../components/OfferLinks';
import { PanelSection } from '../../components/SidePanel';
import { useFormat } from '../../i18n/use-format';
import { ContactList } from './ContactList';

interface CompanyContentProps {
  readonly company: CompanyDetail;
}

/** What the panel of a company says. */
export function CompanyContent({ company }: CompanyContentProps) {
  const { t } = useTranslation();
  return (
    <>
      <MayBeSame company={company} />
      <PanelSection title={t('companies.facts')}>
        <CompanyFacts company={company} />
      </PanelSection>
      <PanelSection title={t('companies.contacts')}>
        <ContactList contacts={company.contacts} />
      </PanelSection>
      <PanelSection title={t('companies.offers')}>
        <OfferLinks
          hasCompany={false}
          filter={{ companyId: company.id }}
          sort={{ by: 'postedOn', direction: 'desc' }}
          address={`/offers?companyId=${company.id}`}
          noneText={t('companies.noOffers')}
          moreText={(count) => t('companies.seeAllOffers', { count })}
        />
      </PanelSection>
      <PanelSection title={t('companies.reached')}>
        <ReachedFormations reached={company.reached} />
      </PanelSection>
    </>
  );
}

/** Companies that this one may be, each with the way to compare them. */
function MayBeSame({ company: { id, duplicates } }: CompanyContentProps) {
  const { t } = useTranslation();
  if (duplicates.length === 0) return null;
  return (
    <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
      {t('companies.mayBeSame')}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {duplicates.slice(0, 5).map((other) => (
          <Box component="li" key={other.id} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <TextLink component={Link} to={`/companies?open=${other.id}`} variant="body2">
              {other.name}
            </TextLink>
            <Button
              size="small"
              component={Link}
              to={`/companies/duplicates?one=${id}&other=${other.id}`}
              aria-label={t('companies.compareWith', { name: other.name })}
            >
              {t('companies.compare')}
            </Button>
          </Box>
        ))}
      </Box>
    </Alert>
  );
}

function CompanyFacts({ company }: CompanyContentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { siret, naf, address, postcode, city, country, website, lastContact, createdAt } = company;
  const town = [postcode, city].filter((part) => part).join(' ');
  const origin = company.import;
  return (
    <Facts
      facts={[
        { label: t('companies.siret'), value: siret === null ? t('common.notGiven') : formatSiret(siret) },
        { label: t('companies.naf'), value: naf },
        { label: t('companies.address'), value: [address, town, country].filter((part) => part).join(', ') },
        { label: t('companies.website'), value: website ? <Website address={website} /> : null },
        {
          label: t('companies.lastContact'),
          value: lastContact ? (
            <>
              {t(`companies.lastContacts.${lastContact.what}`, { date: format.date(lastContact.on) })}
              {lastContact.offer ? (
                <TextLink
                  component={Link}
                  to={`/offers?companyId=${company.id}&open=${lastContact.offer.id}`}
                  sx={{ display: 'block' }}
                >
                  {offerName(t, lastContact.offer.title, null)}
                </TextLink>
              ) : null}
            </>
          ) : (
            t('companies.never')
          ),
        },
        {
          label: t('companies.origin'),
          value: origin ? (
            <TextLink component={Link} to={`/imports/${origin.id}`}>
              {t('companies.originImport', { file: origin.fileName })}
            </TextLink>
          ) : (
            t('companies.originHand', { date: format.date(localDay(new Date(createdAt))) })
          ),
        },
      ]}
    />
  );
}

function ReachedFormations({ reached }: Pick<CompanyDetail, 'reached'>) {
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: reached.length === 0 ? 0 : 0.5 }}>
        {t(reached.length === 0 ? 'companies.noReached' : 'companies.reachedHint')}
      </Typography>
      {reached.length === 0 ? null : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {reached.map(({ formationId, title, component, offerCount, transmittedCount }) => (
            <Box
              component="li"
              key={formationId}
              sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
            >
              <TextLink component={Link} to={`/formations?open=${formationId}`} variant="body2">
                {title}
              </TextLink>
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                {[
                  component,
                  t('companies.reachedOffers', { count: offerCount }),
                  transmittedCount > 0 && t('companies.reachedTransmitted', { count: transmittedCount }),
                ]
                  .filter((part) => part)
                  .join(' · ')}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </>
  );
}

interface WebsiteProps {
  readonly address: string;
}

/** A site is a link only when it is plainly an http address: files may hold anything. */
function Website({ address }: WebsiteProps) {
  const target = readWebsite(address);
  if (target === null) return address;
  return (
    <TextLink href={target} target="_blank" rel="noreferrer noopener">
      {address}
    </TextLink>
  );
}

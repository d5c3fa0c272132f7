import { Box, Chip, Link as TextLink, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../../shared/domain/company';
import type { CompanyId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { Facts } from '../../components/Facts';
import { formatSiret } from '../../components/format-siret';
import { OfferLinks } from '../../components/OfferLinks';
import { PanelSkeleton } from '../../components/PanelSkeleton';
import { PanelSection, SidePanel } from '../../components/SidePanel';

interface CompanyPanelProps {
  readonly companyId: CompanyId;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
}

/** One company: who is reached there and what it offered. */
export function CompanyPanel({ companyId, takesFocus, onClose }: CompanyPanelProps) {
  const { t } = useTranslation();
  const { data: company, error, refetch } = useCall('companies', 'get', { companyId });
  const hasFailed = error !== null && !company;
  return (
    <SidePanel
      label={hasFailed ? t('nav.companies') : t('companies.panelLabel', { name: company?.name ?? '' })}
      title={hasFailed ? t('errors.title') : (company?.name ?? <Skeleton width="60%" />)}
      takesFocus={takesFocus}
      onClose={onClose}
      contentKey={companyId}
      marks={company?.size ? <Chip size="small" label={t(`companySizes.${company.size}`)} /> : null}
    >
      {hasFailed ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {company ? <CompanyContent company={company} /> : null}
      {!company && !hasFailed ? <PanelSkeleton /> : null}
    </SidePanel>
  );
}

interface CompanyContentProps {
  readonly company: Company;
}

function CompanyContent({ company }: CompanyContentProps) {
  const { t } = useTranslation();
  const town = [company.postcode, company.city].filter((part) => part).join(' ');
  return (
    <>
      <PanelSection title={t('companies.facts')}>
        <Facts
          facts={[
            {
              label: t('companies.siret'),
              value: company.siret === null ? t('common.notGiven') : formatSiret(company.siret),
            },
            { label: t('companies.naf'), value: company.naf },
            {
              label: t('companies.address'),
              value: [company.address, town, company.country].filter((part) => part).join(', '),
            },
            { label: t('companies.website'), value: company.website ? <Website address={company.website} /> : null },
          ]}
        />
      </PanelSection>
      <PanelSection title={t('companies.contacts')}>
        {company.contacts.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('companies.noContacts')}
          </Typography>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {company.contacts.map((contact) => (
              <Box
                component="li"
                key={contact.id}
                sx={{ py: 0.75, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
              >
                {contact.name ? (
                  <Typography variant="body2" sx={{ fontWeight: 600 }}>
                    {contact.name}
                  </Typography>
                ) : null}
                {(contact.role ?? contact.phone) ? (
                  <Typography
                    variant="caption"
                    component="p"
                    sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
                  >
                    {[contact.role, contact.phone].filter((part) => part).join(' · ')}
                  </Typography>
                ) : null}
                {contact.email ? (
                  <TextLink href={`mailto:${contact.email}`} variant="caption">
                    {contact.email}
                  </TextLink>
                ) : null}
              </Box>
            ))}
          </Box>
        )}
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
    </>
  );
}

interface WebsiteProps {
  readonly address: string;
}

/** A site is a link only when it is plainly an http address: files may hold anything. */
function Website({ address }: WebsiteProps) {
  const candidate = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(candidate) || !/^https?:$/.test(new URL(candidate).protocol)) return address;
  return (
    <TextLink href={candidate} target="_blank" rel="noreferrer noopener">
      {address}
    </TextLink>
  );
}

import { Box, Link as TextLink, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../../shared/domain/company';

interface ContactListProps {
  readonly contacts: Company['contacts'];
}

/** Who is reached at a company, and how. */
export function ContactList({ contacts }: ContactListProps) {
  const { t } = useTranslation();
  if (contacts.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('companies.noContacts')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {contacts.map((contact) => (
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
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {[contact.role, contact.phone].filter((part) => part).join(' · ')}
            </Typography>
          ) : null}
          {contact.email ? (
            <TextLink href={`mailto:${contact.email}`} variant="caption">
              {contact.email}
            </TextLink>
          ) : null}
          {contact.access === null ? null : (
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {t('common.labelled', {
                label: t('companies.form.access'),
                value: t(`companies.form.accesses.${contact.access}`),
              })}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  );
}

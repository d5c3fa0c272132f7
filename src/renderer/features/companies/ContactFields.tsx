import AddIcon from '@mui/icons-material/PersonAddOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, FormHelperText, IconButton, Paper, TextField, Tooltip, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyContactForm, type ContactForm } from '../../../shared/domain/company-form';
import { useNotify } from '../../components/notices';
import { UndoButton } from '../../components/UndoButton';
import { AccessField } from './AccessField';
import type { ContactFault } from './company-draft';

interface ContactFieldsProps {
  readonly contacts: readonly ContactForm[];
  readonly faults: readonly (ContactFault | null)[];
  readonly showsFaults: boolean;
  readonly onChange: (contacts: ContactForm[]) => void;
}

const fields = [
  { field: 'name', label: 'companies.form.contactName', limit: 200 },
  { field: 'role', label: 'companies.form.contactRole', limit: 200 },
  { field: 'email', label: 'companies.form.contactEmail', limit: 320 },
  { field: 'phone', label: 'companies.form.contactPhone', limit: 50 },
] as const;

/** Who is reached at a company: any number of people. One that is removed can be put back at once. */
export function ContactFields({ contacts, faults, showsFaults, onChange }: ContactFieldsProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const latest = useRef(contacts);
  const added = useRef<HTMLInputElement>(null);
  const wasAdded = useRef(false);
  useEffect(() => {
    latest.current = contacts;
    if (wasAdded.current) added.current?.focus();
    wasAdded.current = false;
  });
  const nameOf = (contact: ContactForm): string =>
    contact.name ?? contact.email ?? contact.phone ?? t('companies.form.thisContact');
  const remove = (index: number, contact: ContactForm): void => {
    onChange(contacts.filter((_, other) => other !== index));
    notify({
      about: 'company-contact',
      severity: 'info',
      text: t('companies.form.contactRemoved', { name: nameOf(contact) }),
      action: <UndoButton onUndo={() => onChange(latest.current.toSpliced(index, 0, contact))} />,
    });
  };
  return (
    <Paper variant="outlined" component="section" aria-label={t('companies.form.contacts')} sx={{ p: 2 }}>
      <Typography variant="h2" sx={{ fontSize: '1rem', mb: 1.5 }}>
        {t('companies.form.contacts')}
      </Typography>
      {contacts.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t('companies.form.noContacts')}
        </Typography>
      ) : null}
      {contacts.map((contact, index) => (
        <Box
          // A new one has no id yet, and its place is what tells it apart.
          key={index}
          role="group"
          aria-label={t('companies.form.contact', { index: index + 1 })}
          sx={{
            display: 'flex',
            gap: 1,
            alignItems: 'start',
            pb: 1.5,
            mb: 1.5,
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ flex: 1, display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 1.5 }}>
            {fields.map(({ field, label, limit }) => (
              <TextField
                key={field}
                label={t(label)}
                value={contact[field] ?? ''}
                inputRef={index === contacts.length - 1 && field === 'name' ? added : undefined}
                type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
                error={showsFaults && isWrong(faults[index] ?? null, field)}
                onChange={(event) => {
                  const value = event.target.value.slice(0, limit) || null;
                  onChange(contacts.with(index, { ...contact, [field]: value }));
                }}
              />
            ))}
            <AccessField
              access={contact.access}
              onChange={(access) => onChange(contacts.with(index, { ...contact, access }))}
            />
            {showsFaults && faults[index] ? (
              <FormHelperText error sx={{ gridColumn: '1 / -1', m: 0 }}>
                {t(`companies.form.${faults[index]}`)}
              </FormHelperText>
            ) : null}
          </Box>
          <Tooltip title={t('companies.form.removeContact', { name: nameOf(contact) })}>
            <IconButton
              onClick={() => remove(index, contact)}
              aria-label={t('companies.form.removeContact', { name: nameOf(contact) })}
            >
              <DeleteIcon fontSize="small" />
            </IconButton>
          </Tooltip>
        </Box>
      ))}
      <Button
        size="small"
        startIcon={<AddIcon />}
        onClick={() => {
          wasAdded.current = true;
          onChange([...contacts, emptyContactForm]);
        }}
      >
        {t('companies.form.addContact')}
      </Button>
    </Paper>
  );
}

function isWrong(fault: ContactFault | null, field: (typeof fields)[number]['field']): boolean {
  return (fault === 'emailWrong' && field === 'email') || (fault === 'contactEmpty' && field === 'name');
}

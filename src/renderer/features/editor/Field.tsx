import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { ProposalRow } from './ProposalRow';
import type { ProposedField, Proposals } from './proposals';
import { useFieldWords } from './use-field-words';

/** What every field is given: the form, how to change it, and what is proposed. */
export interface FieldsProps {
  readonly form: OfferForm;
  readonly onChange: (change: Partial<OfferForm>) => void;
  readonly proposals: Proposals;
}

interface FieldProps extends FieldsProps {
  readonly field: ProposedField;
  readonly label: string;
  readonly children: ReactNode;
}

/** A control with what is proposed for it, as long as nothing was given. */
export function Field({ field, label, children, form, onChange, proposals }: FieldProps) {
  const words = useFieldWords();
  const value = words.proposal(field, proposals);
  return (
    <Box sx={{ display: 'grid', gap: 0.5, minWidth: 0 }}>
      {children}
      {value === '' ? null : (
        <ProposalRow
          label={label}
          value={value}
          onAccept={() => onChange({ [field]: proposals[field] })}
          onDismiss={() => onChange({ dismissed: [...form.dismissed, field] })}
        />
      )}
    </Box>
  );
}

interface FieldRowProps {
  readonly children: ReactNode;
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: FieldRowProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
        gap: 1.25,
        alignItems: 'start',
      }}
    >
      {children}
    </Box>
  );
}

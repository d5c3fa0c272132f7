import { Box, FormControlLabel, Radio, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mergedFieldSchema, type CompanyDetail, type MergedField } from '../../../shared/contract/companies';
import { formatSiret } from '../../components/format-siret';
import { ContactList } from './ContactList';
import { StateChip } from './StateChip';

type Side = 'one' | 'other';
const sides = ['one', 'other'] as const;

interface CompareTableProps {
  readonly one: CompanyDetail;
  readonly other: CompanyDetail;
  readonly keptSide: Side;
  /** Whose value of a field is taken. */
  readonly sideOf: (field: MergedField) => Side;
  readonly onKeep: (side: Side) => void;
  readonly onPick: (field: MergedField, side: Side) => void;
}

/** What two companies say, line by line; where they differ, one of the two values is chosen. */
export function CompareTable({ one, other, keptSide, sideOf, onKeep, onPick }: CompareTableProps) {
  const { t } = useTranslation();
  const group = useId();
  const both = { one, other };
  const wording = (company: CompanyDetail, field: MergedField): string => {
    const value = company[field];
    if (value === null) return t('companies.duplicates.empty');
    if (field === 'size' && company.size) return t(`companySizes.${company.size}`);
    return field === 'siret' ? formatSiret(value) : value;
  };
  const fields = mergedFieldSchema.options.filter((field) => one[field] !== null || other[field] !== null);
  return (
    <Table
      size="small"
      aria-label={t('companies.duplicates.pair', { one: one.name, other: other.name })}
      sx={{ tableLayout: 'fixed', '& td, & th': { verticalAlign: 'top', overflowWrap: 'anywhere' } }}
    >
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: 150 }}>{t('companies.duplicates.stays')}</TableCell>
          {sides.map((side) => (
            <TableCell key={side}>
              <Choose
                name={`${group}-kept`}
                label={t('companies.duplicates.keepThis', { name: both[side].name })}
                isChosen={keptSide === side}
                onChoose={() => onKeep(side)}
              />
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {fields.map((field) => (
          <Line key={field} label={t(`companies.duplicates.fields.${field}`)}>
            {(side) =>
              one[field] === other[field] ? (
                wording(both[side], field)
              ) : (
                <Choose
                  name={`${group}-${field}`}
                  label={wording(both[side], field)}
                  spoken={t('companies.duplicates.choose', {
                    field: t(`companies.duplicates.fields.${field}`),
                    value: wording(both[side], field),
                  })}
                  isChosen={sideOf(field) === side}
                  onChoose={() => onPick(field, side)}
                />
              )
            }
          </Line>
        ))}
        <Line label={t('companies.duplicates.offersRow')}>
          {(side) => t('companies.duplicates.offers', { count: both[side].offerCount })}
        </Line>
        <Line label={t('companies.duplicates.contacts')}>
          {(side) => <ContactList contacts={both[side].contacts} />}
        </Line>
        {one.state === other.state ? null : (
          <Line label={t('companies.duplicates.state')}>
            {(side) =>
              both[side].state === 'validated' ? (
                t('companies.states.validated')
              ) : (
                <StateChip state={both[side].state} />
              )
            }
          </Line>
        )}
      </TableBody>
    </Table>
  );
}

interface LineProps {
  readonly label: string;
  readonly children: (side: Side) => ReactNode;
}

function Line({ label, children }: LineProps) {
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
        {label}
      </TableCell>
      {sides.map((side) => (
        <TableCell key={side}>{children(side)}</TableCell>
      ))}
    </TableRow>
  );
}

interface ChooseProps {
  readonly name: string;
  readonly label: string;
  /** What is said to those who listen, when the column and the line that it stands in must be named. */
  readonly spoken?: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choose({ name, label, spoken, isChosen, onChoose }: ChooseProps) {
  return (
    <FormControlLabel
      control={
        <Radio
          size="small"
          name={name}
          checked={isChosen}
          onChange={onChoose}
          sx={{ py: 0.25 }}
          slotProps={{ input: spoken === undefined ? {} : { 'aria-label': spoken } }}
        />
      }
      label={<Box component="span">{label}</Box>}
      sx={{ alignItems: 'flex-start', '& .MuiFormControlLabel-label': { fontSize: '0.875rem', pt: 0.25 } }}
    />
  );
}

import { Autocomplete, Box, Chip, FormControlLabel, Switch, TextField, Typography } from '@mui/material';
import { useId, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDuration } from '../../../shared/domain/cells/parse-duration';
import { parseNumber } from '../../../shared/domain/cells/parse-number';
import { parsePay } from '../../../shared/domain/cells/parse-pay';
import { contractTypes, maxTitleLength, remoteModes, seniorities } from '../../../shared/domain/offer';
import type { OfferReading } from '../../../shared/domain/reading/reading';
import { useCall } from '../../api/use-call';
import { useStudyLevel } from '../../components/use-study-level';
import { useFormat } from '../../i18n/use-format';
import { Choice } from './Choice';
import { Field, FieldRow, type FieldsProps } from './Field';
import { PeopleFields } from './PeopleFields';
import type { ProposedSkill } from './proposals';
import { RomeField } from './RomeField';
import { SkillsField } from './SkillsField';
import { StartField } from './StartField';
import { useFieldWords } from './use-field-words';
import { WordedField } from './WordedField';

const studyLevels = [0, 1, 2, 3, 4, 5, 6, 7, 8];

interface OfferFieldsProps extends FieldsProps {
  readonly skills: readonly ProposedSkill[];
  readonly occupations: OfferReading['occupations'];
  readonly onNaming: (isNaming: boolean) => void;
  /** Where the title is written, and whether the offer cannot do without it any more. */
  readonly title: { readonly field: RefObject<HTMLTextAreaElement | null>; readonly isAsked: boolean };
}

/** Every field of an offer but its text, in four groups. */
export function OfferFields(props: OfferFieldsProps) {
  const { t } = useTranslation();
  const { form, onChange, proposals, onNaming } = props;
  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Group title={t('editor.groups.job')}>
        <JobFields {...props} />
      </Group>
      <Group title={t('editor.groups.who')}>
        <PeopleFields form={form} onChange={onChange} proposals={proposals} onNaming={onNaming} />
        <FieldRow>
          <Field {...{ form, onChange, proposals }} field="city" label={t('editor.city')}>
            <TextField
              label={t('editor.city')}
              value={form.city ?? ''}
              onChange={(event) => onChange({ city: event.target.value.slice(0, 200) || null })}
            />
          </Field>
          <Field {...{ form, onChange, proposals }} field="postcode" label={t('editor.postcode')}>
            <TextField
              label={t('editor.postcode')}
              value={form.postcode ?? ''}
              onChange={(event) => onChange({ postcode: event.target.value.slice(0, 20) || null })}
            />
          </Field>
        </FieldRow>
      </Group>
      <Group title={t('editor.groups.terms')}>
        <TermFields {...props} />
      </Group>
      <Group title={t('editor.groups.more')}>
        <MoreFields {...props} />
      </Group>
    </Box>
  );
}

interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Group({ title, children }: GroupProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ display: 'grid', gap: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <Typography id={id} variant="h3" sx={{ color: 'text.secondary' }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

function JobFields({ form, onChange, proposals, skills, occupations, title }: OfferFieldsProps) {
  const { t } = useTranslation();
  const level = useStudyLevel();
  const domains = useCall('offers', 'facets', {}).data?.domains ?? [];
  const props = { form, onChange, proposals };
  return (
    <>
      <Field {...props} field="title" label={t('editor.title')}>
        <TextField
          label={t('editor.title')}
          required
          multiline
          maxRows={3}
          value={form.title}
          inputRef={title.field}
          error={title.isAsked}
          helperText={title.isAsked ? t('editor.titleMissing') : null}
          onChange={(event) => onChange({ title: event.target.value.replaceAll('\n', ' ').slice(0, maxTitleLength) })}
        />
      </Field>
      <FieldRow>
        <Field {...props} field="contractType" label={t('editor.contractType')}>
          <Choice
            label={t('editor.contractType')}
            value={form.contractType}
            options={contractTypes}
            name={(type) => t(`contractTypes.${type}`)}
            onChange={(contractType) => onChange({ contractType })}
          />
        </Field>
        <Field {...props} field="seniority" label={t('editor.seniority')}>
          <Choice
            label={t('editor.seniority')}
            value={form.seniority}
            options={seniorities}
            name={(word) => t(`seniority.${word}`)}
            onChange={(seniority) => onChange({ seniority })}
          />
        </Field>
      </FieldRow>
      <Field {...props} field="levels" label={t('editor.levels')}>
        <Autocomplete
          multiple
          disableCloseOnSelect
          options={studyLevels}
          value={form.levels}
          getOptionLabel={level}
          onChange={(_event, levels) => onChange({ levels: levels.toSorted((one, other) => one - other) })}
          renderValue={(values, getItemProps) =>
            values.map((value, index) => {
              const { key, ...item } = getItemProps({ index });
              return <Chip key={key} {...item} size="small" label={level(value)} />;
            })
          }
          renderInput={(params) => <TextField {...params} label={t('editor.levels')} />}
        />
      </Field>
      <Field {...props} field="domain" label={t('editor.domain')}>
        <Autocomplete
          freeSolo
          options={domains}
          inputValue={form.domain ?? ''}
          onInputChange={(_event, value, reason) => {
            if (reason !== 'reset' || value !== '') onChange({ domain: value.slice(0, 200) || null });
          }}
          renderInput={(params) => <TextField {...params} label={t('editor.domain')} />}
        />
      </Field>
      <RomeField form={form} onChange={onChange} occupations={occupations} />
      <SkillsField form={form} onChange={onChange} proposed={skills} />
    </>
  );
}

function TermFields({ form, onChange, proposals }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useFieldWords();
  const props = { form, onChange, proposals };
  return (
    <>
      <Field {...props} field="start" label={t('editor.start')}>
        <StartField value={form.start} onChange={(start) => onChange({ start })} />
      </Field>
      <FieldRow>
        <Field {...props} field="duration" label={t('editor.duration')}>
          <WordedField
            label={t('editor.duration')}
            hint={t('editor.durationHint')}
            value={form.duration}
            write={words.duration}
            read={parseDuration}
            wrong={t('editor.durationWrong')}
            onChange={(duration) => onChange({ duration })}
          />
        </Field>
        <Field {...props} field="weeklyHours" label={t('editor.weeklyHours')}>
          <WordedField
            label={t('editor.weeklyHours')}
            hint=""
            value={form.weeklyHours}
            write={format.number}
            read={numberWithin(80)}
            wrong={t('editor.numberWrong', { min: 1, max: 80 })}
            onChange={(weeklyHours) => onChange({ weeklyHours })}
          />
        </Field>
      </FieldRow>
      <Field {...props} field="pay" label={t('editor.pay')}>
        <WordedField
          label={t('editor.pay')}
          hint={t('editor.payHint')}
          value={form.pay}
          write={({ wording }) => wording}
          read={(wording) => parsePay(wording.slice(0, 500))}
          understood={(pay) => (pay.amount === null ? '' : t('editor.understood', { value: words.pay(pay) }))}
          wrong=""
          onChange={(pay) => onChange({ pay })}
        />
      </Field>
    </>
  );
}

function MoreFields({ form, onChange, proposals }: FieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const props = { form, onChange, proposals };
  return (
    <>
      <FieldRow>
        <Field {...props} field="remote" label={t('editor.remote')}>
          <Choice
            label={t('editor.remote')}
            value={form.remote}
            options={remoteModes}
            name={(mode) => t(`remote.${mode}`)}
            onChange={(remote) => onChange({ remote })}
          />
        </Field>
        <WordedField
          label={t('editor.places')}
          hint=""
          value={form.places}
          write={format.number}
          read={(text) => wholeNumber(text)}
          wrong={t('editor.numberWrong', { min: 1, max: 10_000 })}
          onChange={(places) => onChange({ places })}
        />
      </FieldRow>
      <FieldRow>
        <Field {...props} field="expiresOn" label={t('editor.expiresOn')}>
          <TextField
            type="date"
            label={t('editor.expiresOn')}
            value={form.expiresOn ?? ''}
            onChange={(event) => onChange({ expiresOn: event.target.value || null })}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        </Field>
      </FieldRow>
      <FormControlLabel
        control={
          <Switch
            checked={form.disabilityFriendly ?? false}
            onChange={(event) => onChange({ disabilityFriendly: event.target.checked ? true : null })}
          />
        }
        label={t('editor.disabilityFriendly')}
      />
    </>
  );
}

function numberWithin(most: number): (text: string) => number | undefined {
  return (text) => {
    const value = parseNumber(text);
    return value !== undefined && value > 0 && value <= most ? value : undefined;
  };
}

function wholeNumber(text: string): number | undefined {
  const value = numberWithin(10_000)(text);
  return value !== undefined && Number.isInteger(value) ? value : undefined;
}

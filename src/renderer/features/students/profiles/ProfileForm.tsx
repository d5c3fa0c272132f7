import { Box, Button, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formOfCandidate,
  longestKept,
  longestSkill,
  mostSkills,
  type Candidate,
  type CandidateForm,
} from '../../../../shared/domain/candidate';
import { contractTypes } from '../../../../shared/domain/offer';
import { localDay } from '../../../../shared/util/local-day';
import { DayField } from '../../../components/DayField';
import { FilterSelect } from '../../../components/FilterSelect';
import { PlaceField, everyArea } from '../../../components/PlaceField';
import { UnsavedGuard } from '../../../components/UnsavedGuard';
import { useStudyLevel } from '../../../components/use-study-level';
import { errorText } from '../../../i18n/error-text';
import type { Translate } from '../../../i18n/translate';

const levels = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface ProfileFormProps {
  /** Null for a new one. */
  readonly former: Candidate | null;
  /** Throws why it cannot be stored. */
  readonly onSave: (form: CandidateForm, hasConsent: boolean) => Promise<void>;
  readonly onCancel: () => void;
}

/** What a student asks to be kept, until when, and their consent. */
export function ProfileForm({ former, onSave, onCancel }: ProfileFormProps) {
  const { t } = useTranslation();
  const levelName = useStudyLevel();
  const latest = longestKept(localDay(new Date()));
  const [form, setForm] = useState<CandidateForm>(() => formOf(former, latest));
  const [skills, setSkills] = useState(form.skills.join(', '));
  const [hasConsent, setConsent] = useState(false);
  const [problem, setProblem] = useState('');
  /** Whether something was written since the form was opened, or stored. */
  const isWritten = useRef(false);
  const change = (part: Partial<CandidateForm>): void => {
    isWritten.current = true;
    setForm({ ...form, ...part });
  };
  const known = skillsIn(skills);
  const skillsProblem = skillsProblemOf(t, known);
  const needsConsent = former === null || form.keptUntil > former.keptUntil;
  const isReady =
    form.name.trim() !== '' && form.wishes.trim() !== '' && skillsProblem === null && (hasConsent || !needsConsent);
  const save = async (): Promise<void> => {
    isWritten.current = false;
    try {
      await onSave({ ...form, skills: known }, hasConsent);
    } catch (error) {
      isWritten.current = true;
      const { what, todo } = errorText(t, error);
      setProblem(`${what} ${todo}`);
    }
  };
  return (
    <Box
      component="form"
      aria-label={former?.name ?? t('profiles.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save();
      }}
      sx={{ display: 'grid', gap: 1.5 }}
    >
      <UnsavedGuard holds={() => isWritten.current} />
      <TextField
        autoFocus
        size="small"
        label={t('profiles.name')}
        helperText={t('profiles.nameHint')}
        value={form.name}
        onChange={(event) => change({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <TextField
        multiline
        minRows={3}
        maxRows={8}
        size="small"
        label={t('profiles.wishes')}
        value={form.wishes}
        onChange={(event) => change({ wishes: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 5_000 } }}
      />
      <TextField
        size="small"
        label={t('profiles.skills')}
        value={skills}
        onChange={(event) => {
          isWritten.current = true;
          setSkills(event.target.value);
        }}
        error={skillsProblem !== null}
        helperText={skillsProblem}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25 }}>
        <FilterSelect
          label={t('profiles.contract')}
          value={form.contractType ?? undefined}
          options={contractTypes.map((value) => ({ value, label: t(`contractTypes.${value}`) }))}
          onChange={(contractType) => change({ contractType: contractType ?? null })}
        />
        <FilterSelect
          label={t('profiles.level')}
          value={form.level ?? undefined}
          options={levels.map((value) => ({ value, label: levelName(value) }))}
          onChange={(level) => change({ level: level ?? null })}
        />
        <PlaceField
          label={t('common.places.area')}
          width={230}
          value={{ region: form.region ?? undefined, department: form.department ?? undefined, city: undefined }}
          options={everyArea}
          onChange={({ region = null, department = null }) => change({ region, department })}
        />
        <DayField
          label={t('profiles.availableFrom')}
          value={form.availableFrom}
          onChange={(availableFrom) => change({ availableFrom })}
        />
        <DayField
          label={t('profiles.availableTo')}
          value={form.availableTo}
          onChange={(availableTo) => change({ availableTo })}
        />
        <DayField
          label={t('profiles.keptUntil')}
          value={form.keptUntil}
          onChange={(keptUntil) => change({ keptUntil: keptUntil ?? latest })}
        />
      </Box>
      <FormControlLabel
        control={<Checkbox checked={hasConsent} onChange={(event) => setConsent(event.target.checked)} />}
        label={former === null ? t('profiles.consent') : t('profiles.consentAgain')}
      />
      {problem === '' ? null : (
        <Typography variant="body2" color="error" role="alert">
          {problem}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
        <Button
          color="inherit"
          onClick={() => {
            isWritten.current = false;
            onCancel();
          }}
        >
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="contained" disabled={!isReady}>
          {t('common.save')}
        </Button>
      </Box>
    </Box>
  );
}

function formOf(former: Candidate | null, latest: string): CandidateForm {
  if (former) return formOfCandidate(former);
  const nothing = {
    level: null,
    contractType: null,
    department: null,
    region: null,
    availableFrom: null,
    availableTo: null,
  };
  return { name: '', wishes: '', skills: [], ...nothing, keptUntil: latest };
}

function skillsIn(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Why they cannot be stored; null where they can. */
function skillsProblemOf(t: Translate, skills: readonly string[]): string | null {
  if (skills.length > mostSkills) return t('profiles.tooManySkills', { written: skills.length, most: mostSkills });
  const long = skills.find((skill) => skill.length > longestSkill);
  return long === undefined ? null : t('profiles.longSkill', { skill: `${long.slice(0, 30)}…`, most: longestSkill });
}

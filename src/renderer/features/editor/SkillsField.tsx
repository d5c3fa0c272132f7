import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Autocomplete, Box, Chip, TextField, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { OfferForm } from '../../../shared/domain/offer-form';
import type { ProposedSkill } from './proposals';

interface SkillsFieldProps {
  readonly form: OfferForm;
  readonly onChange: (change: Partial<OfferForm>) => void;
  readonly proposed: readonly ProposedSkill[];
}

/** The skills that the offer asks for, and those that its text names. */
export function SkillsField({ form, onChange, proposed }: SkillsFieldProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: 'grid', gap: 0.75, minWidth: 0 }}>
      <Autocomplete
        multiple
        freeSolo
        options={[] as string[]}
        value={form.skills}
        onChange={(_event, skills) => {
          const tidy = skills.map((skill) => skill.trim().slice(0, 300)).filter((skill) => skill !== '');
          onChange({ skills: [...new Set(tidy)] });
        }}
        // A long one takes two lines rather than more than the column has.
        slotProps={{
          chip: { size: 'small', sx: { height: 'auto', minHeight: 24, '& span': { whiteSpace: 'normal' } } },
        }}
        renderInput={(params) => (
          <TextField {...params} label={t('editor.skills')} helperText={t('editor.skillsHint')} />
        )}
      />
      {proposed.length === 0 ? null : (
        <Box role="group" aria-label={t('editor.proposedSkills')}>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {t('editor.proposedSkills')}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            {proposed.map(({ code, label }) => (
              <Chip
                key={code}
                size="small"
                variant="outlined"
                icon={<AddIcon />}
                deleteIcon={<CloseIcon titleAccess={t('editor.dismissOf', { label })} />}
                label={label}
                aria-label={t('editor.addSkill', { label })}
                onClick={() => onChange({ skills: [...form.skills, label] })}
                onDelete={() => onChange({ dismissed: [...form.dismissed, `skill:${code}`] })}
                sx={{
                  fontStyle: 'italic',
                  borderStyle: 'dashed',
                  borderColor: 'primary.main',
                  height: 'auto',
                  minHeight: 26,
                  '& .MuiChip-label': { whiteSpace: 'normal' },
                }}
              />
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}

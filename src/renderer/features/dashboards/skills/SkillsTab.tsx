import { Box } from '@mui/material';
import { offersOfScope } from '../../../../shared/contract/dashboard-rows';
import type { SkillsTab as SkillFigures } from '../../../../shared/contract/dashboard-skills';
import type { DashboardAddress } from '../use-dashboard-address';
import type { Wording } from '../figure-texts';
import { SkillBubbles } from './SkillBubbles';
import { SkillList } from './SkillList';
import { SkillTiles } from './SkillTiles';
import { UnaskedSkills } from './UnaskedSkills';

interface SkillsTabProps {
  readonly wording: Wording;
  readonly address: DashboardAddress;
  readonly figures: SkillFigures;
}

/** What offers ask for, by domain, beside what formations teach. */
export function SkillsTab({ wording, address, figures }: SkillsTabProps) {
  const base = offersOfScope(address.filter, wording.scope, 'now');
  const shared = { wording, base, figures };
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <SkillTiles {...shared} />
      <SkillBubbles {...shared} address={address} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          alignItems: 'start',
        }}
      >
        <SkillList {...shared} kind="untaught" />
        <SkillList {...shared} kind="matched" />
      </Box>
      <UnaskedSkills wording={wording} figures={figures} />
    </Box>
  );
}

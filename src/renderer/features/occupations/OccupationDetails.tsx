import { Box, Button, Link as MuiLink, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OccupationName, OccupationSheet, OccupationSkill } from '../../../shared/contract/occupations';
import { useKiosk } from '../../api/use-kiosk';
import { Facts } from '../../components/Facts';
import { OfficeLink } from '../../components/OfficeLink';
import { qualitiesFr } from '../../i18n/qualities-fr';
import { useFormat } from '../../i18n/use-format';
import { RomeDefinition, RomeLists } from './RomeTexts';

const formationsShown = 8;

interface OccupationDetailsProps {
  readonly sheet: OccupationSheet;
}

/** What is known of one occupation. */
export function OccupationDetails({ sheet }: OccupationDetailsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isKiosk = useKiosk() ?? true;
  const { code, label, domains, parent, near, soft, hard, rome } = sheet;
  return (
    <>
      <Typography variant="h2" sx={{ mt: 1 }}>
        {t('occupations.name', { code, label })}
      </Typography>
      <Facts
        facts={[
          { label: t('occupations.domains'), value: domains.map((domain) => domain.label).join(' › ') },
          { label: t('occupations.parent'), value: parent && <OccupationLink occupation={parent} /> },
        ]}
      />
      {rome ? <RomeDefinition rome={rome} /> : null}
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr 1fr' } }}>
        <Part title={t('occupations.soft')}>
          <Skills occupation={code} skills={soft} noneText={t('occupations.noSoft')} />
        </Part>
        <Part title={t('occupations.hard')}>
          <Skills occupation={code} skills={hard} noneText={t('occupations.noHard')} />
        </Part>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Offers sheet={sheet} />
          <Formations sheet={sheet} />
          <Part title={t('occupations.near')}>
            {near.length === 0 ? (
              <Typography variant="body2">{t('occupations.noNear')}</Typography>
            ) : (
              <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem', '& li': { py: 0.5 } }}>
                {near.map((occupation) => (
                  <li key={occupation.code}>
                    <OccupationLink occupation={occupation} />
                  </li>
                ))}
              </Box>
            )}
          </Part>
        </Box>
      </Box>
      {rome ? <RomeLists rome={rome} /> : null}
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', maxWidth: '100ch' }}>
        {rome
          ? t('occupations.sourcePack', {
              title: rome.title,
              day: rome.publishedOn === null ? '' : format.longDate(rome.publishedOn),
            })
          : t('occupations.source')}{' '}
        {rome || isKiosk ? '' : `${t('occupations.withoutPack')} `}
        {t('occupations.sourceNumbers')}
      </Typography>
    </>
  );
}

function Offers({ sheet: { code, offerCount, titles } }: OccupationDetailsProps) {
  const { t } = useTranslation();
  return (
    <Part title={t('occupations.offers', { count: offerCount })}>
      {offerCount === 0 ? (
        <Typography variant="body2">{t('occupations.noOffers')}</Typography>
      ) : (
        <>
          <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem' }}>
            {titles.map(({ title, count }) => (
              <li key={title}>
                {title}
                {count > 1 ? ` ${t('students.times', { count })}` : ''}
              </li>
            ))}
          </Box>
          <Button component={Link} to={`/search?romeCode=${code}`} size="small" sx={{ mt: 0.5, ml: -0.75 }}>
            {t('occupations.seeOffers', { count: offerCount })}
          </Button>
        </>
      )}
    </Part>
  );
}

function Formations({ sheet: { formations } }: OccupationDetailsProps) {
  const { t } = useTranslation();
  const isKiosk = useKiosk() ?? true;
  const ids = formations.map(({ id }) => id).join(',');
  return (
    <Part title={t('occupations.formations', { count: formations.length })}>
      {formations.length === 0 ? (
        <Typography variant="body2">{t('occupations.noFormations')}</Typography>
      ) : (
        <>
          <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem', '& li': { py: 0.5 } }}>
            {formations.slice(0, formationsShown).map(({ id, title, diplomaType }) => (
              <li key={id}>
                <OfficeLink to={`/formations?open=${id}`}>{title}</OfficeLink>
                {diplomaType === null ? '' : ` (${diplomaType})`}
              </li>
            ))}
          </Box>
          {isKiosk ? null : (
            <Button component={Link} to={`/formations?formationIds=${ids}`} size="small" sx={{ mt: 0.5, ml: -0.75 }}>
              {t('occupations.seeFormations', { count: formations.length })}
            </Button>
          )}
        </>
      )}
    </Part>
  );
}

interface SkillsProps {
  /** The code of the occupation. */
  readonly occupation: string;
  readonly skills: readonly OccupationSkill[];
  readonly noneText: string;
}

/** Numbered, with what is meant by a quality, whether ROME names each, and the offers that ask for it. */
function Skills({ occupation, skills, noneText }: SkillsProps) {
  const { t } = useTranslation();
  if (skills.length === 0) return <Typography variant="body2">{noneText}</Typography>;
  return (
    <Box component="ol" sx={{ m: 0, pl: 3, display: 'grid', gap: 0.75, fontSize: '0.9375rem' }}>
      {skills.map(({ code, label, isOfRome, offerCount }) => (
        <li key={label}>
          {label}
          {isQuality(code) ? <Typography variant="body2">{t(`occupations.qualities.${code}`)}</Typography> : null}
          <Typography variant="caption" component="span" sx={{ display: 'block', color: 'text.secondary' }}>
            {isOfRome ? t('occupations.ofRome') : t('occupations.ofOffers')}
            {' · '}
            {offerCount === 0 ? (
              t('occupations.notAsked')
            ) : (
              <MuiLink
                component={Link}
                to={`/search?${new URLSearchParams({ romeCode: occupation, skill: label }).toString()}`}
              >
                {t('occupations.asked', { count: offerCount })}
              </MuiLink>
            )}
          </Typography>
        </li>
      ))}
    </Box>
  );
}

function isQuality(code: string | null): code is keyof typeof qualitiesFr {
  return code !== null && Object.hasOwn(qualitiesFr, code);
}

interface OccupationLinkProps {
  readonly occupation: OccupationName;
}

function OccupationLink({ occupation: { code, label } }: OccupationLinkProps) {
  const { t } = useTranslation();
  return (
    <MuiLink component={Link} to={`/search/occupations?code=${code}`}>
      {t('occupations.name', { code, label })}
    </MuiLink>
  );
}

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ title, children }: PartProps) {
  return (
    <Paper component="section" variant="outlined" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </Paper>
  );
}

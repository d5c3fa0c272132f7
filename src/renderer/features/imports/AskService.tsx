import {
  Alert,
  Box,
  Button,
  LinearProgress,
  Link as TextLink,
  MenuItem,
  Paper,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ServiceState } from '../../../shared/contract/connectors';
import type { FileId } from '../../../shared/domain/ids';
import { isQuestion, type ServiceQuestion } from '../../../shared/domain/service-question';
import { useCall } from '../../api/use-call';
import { ErrorAlert } from '../../components/ErrorState';
import { useFormat } from '../../i18n/use-format';
import { QuestionFields } from './QuestionFields';
import { useAsking, type AskedOutcome } from './use-asking';

interface AskServiceProps {
  readonly onFile: (fileId: FileId) => void;
}

/** Offers straight from a service, as a file like any other; nothing where none is switched on. */
export function AskService({ onFile }: AskServiceProps) {
  const { data: state } = useCall('connectors', 'state', {});
  const services = state?.services.filter(({ isOn }) => isOn) ?? [];
  return services.length === 0 ? null : <AskForm services={services} onFile={onFile} />;
}

const nothingAsked: ServiceQuestion = { words: '', place: '', contract: null, days: null };

interface AskFormProps extends AskServiceProps {
  readonly services: readonly ServiceState[];
}

function AskForm({ services, onFile }: AskFormProps) {
  const { t } = useTranslation();
  const headingId = useId();
  const [chosen, setChosen] = useState<ServiceState['service'] | null>(null);
  const [question, setQuestion] = useState(nothingAsked);
  const { asking, progress, stop } = useAsking(({ fileId, found, taken, gone, left }) => {
    // Where there is something to be said, a person goes on when it was read.
    if (fileId !== null && found <= taken && gone + left === 0) onFile(fileId);
  });
  const state = services.find(({ service }) => service === chosen) ?? services[0];
  if (!state) return null;
  const { service, keys, openOffers } = state;
  const name = t(`importFiles.services.${service}`);
  const isAsking = asking.isPending;
  return (
    <Paper
      variant="outlined"
      component="form"
      noValidate
      aria-labelledby={headingId}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAsking && keys !== 'none' && isQuestion(question)) asking.mutate({ service, question });
      }}
      sx={{ p: 2.5, display: 'grid', gap: 2 }}
    >
      <Box>
        <Typography variant="h2" id={headingId}>
          {t('connectors.ask')}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t(`connectors.mentions.${service}`)}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
        <TextField
          select
          label={t('connectors.from')}
          value={service}
          disabled={isAsking}
          onChange={({ target }) => {
            asking.reset();
            setChosen(services.find((each) => each.service === target.value)?.service ?? null);
          }}
          sx={{ width: 160 }}
        >
          {services.map((each) => (
            <MenuItem key={each.service} value={each.service}>
              {t(`importFiles.services.${each.service}`)}
            </MenuItem>
          ))}
        </TextField>
        <QuestionFields question={question} isDisabled={isAsking} onChange={setQuestion} />
      </Box>
      {keys === 'none' ? (
        <Alert severity="info" variant="outlined">
          {t('connectors.needsKeys')}{' '}
          <TextLink component={Link} to="/settings">
            {t('connectors.toSettings')}
          </TextLink>
        </Alert>
      ) : null}
      {isAsking ? (
        <Box role="status">
          <Typography variant="body2" sx={{ mb: 1 }}>
            {progress?.total
              ? t('connectors.askingPage', { service: name, done: progress.done, total: progress.total })
              : t('connectors.asking', { service: name })}
          </Typography>
          <LinearProgress
            aria-label={t('connectors.asking', { service: name })}
            {...(progress?.total ? { variant: 'determinate', value: (100 * progress.done) / progress.total } : {})}
          />
        </Box>
      ) : null}
      {asking.error ? <ErrorAlert error={asking.error} /> : null}
      {asking.data ? (
        <OutcomeNotice
          outcome={asking.data}
          isRefresh={asking.variables.question === null}
          name={name}
          onFile={onFile}
        />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        {isAsking ? (
          <Button variant="outlined" onClick={stop}>
            {t('connectors.stop')}
          </Button>
        ) : (
          <>
            <Button type="submit" variant="contained" disabled={keys === 'none' || !isQuestion(question)}>
              {t('connectors.search')}
            </Button>
            {openOffers > 0 ? (
              <Button disabled={keys === 'none'} onClick={() => asking.mutate({ service, question: null })}>
                {t('connectors.refresh', { count: openOffers })}
              </Button>
            ) : null}
          </>
        )}
        {openOffers > 0 && !isAsking ? (
          <Typography variant="caption" sx={{ color: 'text.secondary', flex: '1 1 320px' }}>
            {t('connectors.refreshHint')}
          </Typography>
        ) : null}
      </Box>
    </Paper>
  );
}

interface OutcomeNoticeProps {
  readonly outcome: AskedOutcome;
  readonly isRefresh: boolean;
  readonly name: string;
  readonly onFile: (fileId: FileId) => void;
}

/** What there is to be said before the file is looked at. */
function OutcomeNotice({ outcome, isRefresh, name: service, onFile }: OutcomeNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fileId, found, taken, gone, left } = outcome;
  if (fileId === null) {
    return (
      <Alert severity="info" variant="outlined" role="status">
        {t(isRefresh ? 'connectors.nothingToRefresh' : 'connectors.nothing', { service })}
      </Alert>
    );
  }
  const action = (
    <Button color="inherit" onClick={() => onFile(fileId)}>
      {t('connectors.goOn', { count: taken + gone })}
    </Button>
  );
  const sentences = [
    ...(gone > 0 ? [t('connectors.gone', { count: gone, service })] : []),
    ...(left > 0 ? [t('connectors.left', { count: left })] : []),
    ...(found > taken
      ? [t('connectors.partly', { service, found: format.number(found), taken: format.number(taken) })]
      : []),
  ];
  return (
    <Alert severity="warning" variant="outlined" role="status" action={action}>
      {sentences.join(' ')}
    </Alert>
  );
}

import { Box, Step, StepLabel, Stepper } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { PageHeader } from '../../components/PageHeader';
import { CheckFile } from './CheckFile';
import { ChooseFile } from './ChooseFile';
import { withFile } from './file-queue';
import { readImportAddress } from './import-address';
import { ImportQueue } from './ImportQueue';
import { RecogniseFile } from './RecogniseFile';
import { TakePackage } from './TakePackage';
import { useFileQueue } from './use-file-queue';

const steps = ['file', 'check', 'report'] as const;

/** From a file to its rows in the database, with a look before. The address keeps the kind and the chosen file. */
export function ImportPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { kind, fileId, packageId, fileIds } = readImportAddress(params);
  const [queue, changeQueue] = useFileQueue(fileIds);
  const isMany = fileIds.length > 0;
  const isChosen = fileId !== null || packageId !== null || isMany;
  const files = fileIds.join(',');
  const said: Record<string, string> = kind === null ? {} : { kind };
  return (
    <Box sx={{ maxWidth: 1080, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      <PageHeader title={t('imports.chooseTitle')} />
      <Stepper
        activeStep={isChosen ? 1 : 0}
        aria-label={t('imports.stepsLabel')}
        sx={{ maxWidth: 560, mt: 1.5, mb: 3 }}
      >
        {steps.map((step) => (
          <Step key={step}>
            <StepLabel>{t(`imports.steps.${step}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {!isChosen ? (
        <ChooseFile
          kind={kind}
          onKind={(next) => setParams(next === null ? {} : { kind: next }, { replace: true })}
          onFile={(next) => setParams({ ...said, file: next })}
          onFiles={(next) => setParams({ ...said, files: next.join(',') })}
          onPackage={(next) => setParams({ ...said, package: next })}
        />
      ) : fileId === null && isMany ? (
        <ImportQueue
          queue={queue}
          onQueue={changeQueue}
          onOpen={(file, of) => setParams({ kind: of, files, file })}
          onOtherFiles={() => setParams(said)}
        />
      ) : fileId === null ? (
        packageId && <TakePackage key={packageId} fileId={packageId} onOtherFile={() => setParams(said)} />
      ) : (
        <RecogniseFile fileId={fileId} kind={kind}>
          {(found) => (
            <CheckFile
              key={`${fileId}-${found}`}
              fileId={fileId}
              kind={found}
              packageId={packageId}
              onKind={(next) =>
                setParams({ kind: next, file: fileId, ...(isMany ? { files } : {}) }, { replace: true })
              }
              backLabel={t(isMany ? 'importFiles.queue.back' : packageId ? 'packages.back' : 'imports.otherFile')}
              onBack={() => setParams({ ...said, ...(isMany ? { files } : packageId ? { package: packageId } : {}) })}
              onStarted={(importId, jobId) => {
                if (!isMany) return void navigate(`/imports/${importId}?job=${jobId}`, { replace: true });
                changeQueue((now) => withFile(now, fileId, { kind: found, importId }));
                setParams({ ...said, files });
              }}
            />
          )}
        </RecogniseFile>
      )}
    </Box>
  );
}

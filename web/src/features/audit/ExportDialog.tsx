import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '@/api/admin';
import { exportAudit } from '@/api/auditExport';
import { useFormat } from '@/domain/useFormat';
import { today } from '@/domain/format';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Alert, Done } from '@/ui/states';
import { openSink } from './sink';

type Stage = 'ready' | 'running' | 'done';

/** Takes the journal away, with its hashes. Of the filters only place and time apply: a proof needs a run without gap. */
export function ExportDialog({ filter, onClose }: { filter: AuditFilter; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useProblemText();
  const [stage, setStage] = useState<Stage>('ready');
  const [bytes, setBytes] = useState(0);
  const [problem, setProblem] = useState<string>();
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const start = async () => {
    setProblem(undefined);
    const controller = new AbortController();
    abort.current = controller;
    try {
      const sink = await openSink(`docket-audit-${today()}.ndjson`);
      if (sink === null) return;
      setBytes(0);
      setStage('running');
      await exportAudit(filter, sink, setBytes, controller.signal);
      setStage('done');
    } catch (error) {
      setStage('ready');
      if (!controller.signal.aborted) setProblem(textOf(error));
    }
  };

  const dates = [filter.from, filter.to].map((day) => (day === undefined ? '…' : format.date(day))).join(' – ');
  const limits = [
    filter.program !== undefined && t(filter.program === 'system' ? 'admin.exportInstallation' : 'admin.exportProgram'),
    (filter.from ?? filter.to) !== undefined && dates,
  ].filter((each) => each !== false);
  return (
    <Dialog open onClose={onClose} title={t('admin.export')} closeLabel={t('common.close')}>
      <DialogBody>
        <p className="text-ink-2">{t('admin.exportText')}</p>
        <p>{limits.length === 0 ? t('admin.exportAll') : t('admin.exportPart', { what: limits.join(', ') })}</p>
        {problem !== undefined && <Alert>{problem}</Alert>}
        {stage === 'running' && <p role="status">{t('admin.exporting', { size: format.size(bytes) })}</p>}
        {stage === 'done' && <Done>{t('admin.exported', { size: format.size(bytes) })}</Done>}
      </DialogBody>
      <DialogFooter>
        {stage === 'running' ? (
          <Button onClick={() => abort.current?.abort()}>{t('common.cancel')}</Button>
        ) : (
          <Button onClick={onClose}>{t('common.close')}</Button>
        )}
        {stage !== 'done' && (
          <Button variant="primary" busy={stage === 'running'} onClick={() => void start()}>
            {t('admin.download')}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}

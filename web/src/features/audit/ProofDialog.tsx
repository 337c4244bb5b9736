import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { auditHeads } from '@/api/admin';
import { today } from '@/domain/format';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { saveFile } from '@/ui/saveFile';
import { Alert, Done } from '@/ui/states';

const PARTS = ['chain', 'verify', 'heads', 'limits'] as const;

/** Why one can believe the audit, and how to check it without believing anybody. */
export function ProofDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const heads = useMutation({
    mutationFn: async () => {
      const text = JSON.stringify(await auditHeads(), null, 2);
      saveFile(new Blob([text], { type: 'application/json' }), `docket-heads-${today()}.json`);
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('admin.proof')} closeLabel={t('common.close')}>
      <DialogBody>
        {PARTS.map((part) => (
          <section key={part}>
            <h3 className="font-medium">{t(`admin.${part}Title`)}</h3>
            <p className="text-ink-2">{t(`admin.${part}Text`)}</p>
            {part === 'verify' && (
              <pre className="mt-1.5 overflow-x-auto rounded-md bg-sunken p-2 font-mono text-xs">
                {`./docket audit-verify docket-audit-${today()}.ndjson\n./docket audit-verify docket-audit-${today()}.ndjson --heads docket-heads.json`}
              </pre>
            )}
          </section>
        ))}
        {heads.isError && <Alert>{textOf(heads.error)}</Alert>}
        {heads.isSuccess && <Done>{t('admin.headsSaved')}</Done>}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>{t('common.close')}</Button>
        <Button variant="primary" busy={heads.isPending} onClick={() => heads.mutate()}>
          {t('admin.saveHeads')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

import { useTranslation } from 'react-i18next';
import { Dialog, DialogBody } from '@/ui/Dialog';
import { Keys } from '@/ui/Keys';
import { SHORTCUTS } from './shortcuts';

const GROUPS = ['everywhere', 'lists', 'request'] as const;

export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('keys.title')} closeLabel={t('common.close')}>
      <DialogBody className="pb-5">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="text-xs font-medium text-ink-3">{t(`keys.${group}`)}</h3>
            <dl className="flex flex-col">
              {SHORTCUTS.filter((shortcut) => shortcut.group === group).map(({ id, shown }) => (
                <div key={id} className="flex items-center justify-between border-b border-line py-2 last:border-0">
                  <dt>{t(`keys.${id}`)}</dt>
                  <dd>
                    <Keys keys={shown} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogBody>
    </Dialog>
  );
}

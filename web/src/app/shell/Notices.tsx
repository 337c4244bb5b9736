import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/domain/me';
import { useNotices } from '@/live/react';
import { useToast } from '@/ui/Toast';

/** Leaves a page whose matter is gone, and says so. */
export function Notices() {
  const { t } = useTranslation();
  const me = useMe();
  const toast = useToast();
  const navigate = useNavigate();
  const here = useParams({ strict: false });

  useNotices((notice) => {
    switch (notice.kind) {
      case 'program-joined':
        toast(t('programs.joinedUnnamed'));
        return;
      case 'program-left':
        toast(notice.name === undefined ? t('programs.leftUnnamed') : t('programs.left', { name: notice.name }));
        if (here.programId === notice.programId) void navigate({ to: '/' });
        return;
      case 'request-gone': {
        if (here.requestId !== notice.requestId) return;
        const { requestKey: key, by, programId } = notice;
        if (by.id !== me.id) {
          toast(key === undefined ? t('requests.goneUnnamed') : t('requests.gone', { name: by.name, key }));
        }
        void navigate({ to: '/programs/$programId', params: { programId } });
      }
    }
  });
  return null;
}

import { useMutation } from '@tanstack/react-query';
import { MoreHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteRequest, takeStep, type Step } from '@/api/calls';
import { Problem } from '@/api/problem';
import type { Program, RequestDetail } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { useLive } from '@/live/react';
import { Button, IconButton } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Menu, MenuItem } from '@/ui/Menu';
import { Alert } from '@/ui/states';
import { focusUnlessElsewhere } from '@/ui/focus';
import { useShortcut } from '@/ui/useShortcut';
import { RejectDialog } from './RejectDialog';
import { offeredSteps, primaryStep } from './steps';

interface Props {
  request: RequestDetail;
  program: Program;
  /** `bar`: at the bottom of a phone, the primary step wide, the others in a menu. */
  look: 'panel' | 'bar';
  onDeleted: () => void;
}

/** The steps of the life cycle: what may be done, and of what may not, why. */
export function LifeCycle({ request, program, look, onDeleted }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const live = useLive();
  const [rejecting, setRejecting] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const ref = { programId: request.programId, requestId: request.id };

  const advance = useMutation({
    mutationFn: ({ step, reason }: { step: Step; reason?: string }) => takeStep(ref, step, request.version, reason),
    onSuccess: (detail) => {
      live.adopt(detail);
      setRejecting(false);
      // The button that was pressed may be gone with its step.
      focusUnlessElsewhere(section.current);
    },
    onError: (error) => {
      if (error instanceof Problem && error.current) live.adopt(error.current);
    },
  });
  const remove = useMutation({ mutationFn: () => deleteRequest(ref), onSuccess: onDeleted });

  const steps = offeredSteps(request, program);
  const primary = primaryStep(steps);
  const nameOf = (step: Step) =>
    step === 'submit' && request.status === 'rejected' ? t('life.resubmit') : t(`life.${step}`);
  const take = (step: Step) => (step === 'reject' ? setRejecting(true) : advance.mutate({ step }));
  const problem = (rejecting ? null : advance.error) ?? remove.error;
  const first = look === 'bar' ? steps.filter(({ step }) => step === (primary ?? steps[0]?.step)) : steps;
  const others = steps.filter((step) => !first.includes(step));
  // Managers bring a draft back by themselves; whoever can't is asked before.
  const startDelete = () => (program.myRole === 'manager' ? remove.mutate() : setDeleting(true));
  const section = useRef<HTMLElement>(null);
  useShortcut('s', () => {
    const buttons = section.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [];
    const possible = [...buttons].find((button) => button.getAttribute('aria-disabled') !== 'true');
    (possible ?? buttons[0])?.focus();
  });

  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={t('life.label')}
      className="flex w-full flex-col gap-2 outline-none"
    >
      {problem !== null && <Alert>{textOf(problem)}</Alert>}
      {steps.length === 0 && look === 'panel' && (
        <p className="text-ink-3">{request.status === 'completed' ? t('life.finished') : t('life.waiting')}</p>
      )}
      {first[0]?.reason !== undefined && (look === 'bar' || primary === undefined) && (
        // A finger does not hover, and one should not have to: the reason of what would be next stands there to be read.
        <p aria-hidden className="text-xs text-ink-3">
          {first[0].reason}
        </p>
      )}
      <div className={look === 'bar' ? 'flex items-center gap-2' : 'flex flex-col gap-2'}>
        {first.map(({ step, reason }) => (
          <Button
            key={step}
            data-step={step}
            aria-keyshortcuts="s"
            size={look === 'bar' ? 'lg' : 'md'}
            variant={step === primary ? 'primary' : 'secondary'}
            className={look === 'bar' ? 'flex-1' : 'w-full'}
            reason={reason}
            busy={advance.isPending && advance.variables.step === step}
            onClick={() => take(step)}
          >
            {nameOf(step)}
          </Button>
        ))}
        {(others.length > 0 || (request.can.delete && look === 'bar')) && (
          <Menu
            align="end"
            trigger={
              <IconButton label={t('common.more')} className="size-10 border border-line">
                <MoreHorizontal size={18} />
              </IconButton>
            }
          >
            {others.map(({ step, reason }) => (
              <MenuItem key={step} onSelect={() => reason === undefined && take(step)}>
                <span className={reason === undefined ? '' : 'text-ink-3'}>
                  {nameOf(step)}
                  {reason !== undefined && <span className="block max-w-60 text-xs">{reason}</span>}
                </span>
              </MenuItem>
            ))}
            {request.can.delete && (
              <MenuItem danger onSelect={startDelete}>
                {t('life.delete')}
              </MenuItem>
            )}
          </Menu>
        )}
        {request.can.delete && look === 'panel' && (
          <Button variant="ghost" className="w-full text-danger!" onClick={startDelete}>
            {t('life.delete')}
          </Button>
        )}
      </div>
      {rejecting && (
        <RejectDialog
          request={request}
          busy={advance.isPending}
          problem={advance.error === null ? undefined : textOf(advance.error)}
          onReject={(reason) => advance.mutate({ step: 'reject', reason })}
          onClose={() => {
            advance.reset();
            setRejecting(false);
          }}
        />
      )}
      <Confirm
        open={deleting}
        onClose={() => setDeleting(false)}
        title={t('life.deleteTitle', { key: request.key })}
        text={t('life.deleteText')}
        action={t('life.delete')}
        cancel={t('common.cancel')}
        onConfirm={() => remove.mutate()}
      />
    </section>
  );
}

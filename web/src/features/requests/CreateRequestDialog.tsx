import { useRef, useState, type KeyboardEvent } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Program, RequestDetail, Template } from '@/api/types';
import { useMe } from '@/domain/me';
import { showRefusals, textElsewhere } from '@/domain/showRefusals';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Alert, Progress } from '@/ui/states';
import { ContentFields, type ChosenFiles } from './ContentFields';
import { editOf, emptyForm, formFields, formOf, inputOf, withTemplate, type RequestForm } from './requestForm';
import { TemplateChoice } from './TemplateChoice';
import { TemplateDialog } from './TemplateDialog';
import { useCreateRequest } from './useCreateRequest';
import { dropDraft, readDraft, useFormDraft } from './useFormDraft';

interface Props {
  program: Program;
  onClose: () => void;
  onCreated: (request: RequestDetail) => void;
}

/** The form follows the program's fields, and keeps what is typed until it is sent. */
export function CreateRequestDialog({ program, onClose, onCreated }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const draftKey = `docket.newRequest.${useMe().id}.${program.id}`;
  const fields = formFields(program);
  const [draft, setDraft] = useState(() => readDraft(draftKey, fields));
  const form = useForm<RequestForm>({ defaultValues: draft ?? emptyForm(fields) });
  const [files, setFiles] = useState<ChosenFiles>({});
  const [templateOf, setTemplateOf] = useState<RequestForm>();
  const from = useRef(emptyForm(fields));
  const submitting = useRef(false);
  const sending = useRef(false);
  const { send, created, uploading } = useCreateRequest(program);
  useFormDraft(draftKey, form, created === undefined);

  const done = (request: RequestDetail) => {
    dropDraft(draftKey);
    onClose();
    onCreated(request);
  };
  const sendAs = async (submit: boolean) => {
    // Keys that are held down come several times before a button could be disabled.
    if (sending.current) return;
    sending.current = true;
    submitting.current = submit;
    const checkAndSend = form.handleSubmit((values) => {
      const content = { input: inputOf(values, fields), edit: editOf(values, fields) };
      return send.mutateAsync({ ...content, files, submit }).then(done, (error: unknown) => showRefusals(form, error));
    });
    await checkAndSend().finally(() => {
      sending.current = false;
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void sendAs(true);
  };
  const choose = (template: Template | undefined) => {
    const next = template === undefined ? emptyForm(fields) : formOf(template, fields);
    form.reset(withTemplate(form.getValues(), from.current, next), { keepDefaultValues: true });
    from.current = next;
  };
  const startAnew = () => {
    form.reset(emptyForm(fields));
    dropDraft(draftKey);
    setDraft(undefined);
  };
  const elsewhere = textElsewhere(form, send.error, textOf);

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('requests.create')}
      description={t('create.hint')}
      closeLabel={t('common.close')}
    >
      <form
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void sendAs(true);
        }}
        className="flex min-h-0 flex-col"
      >
        <DialogBody>
          {draft !== undefined && (
            <p className="flex flex-wrap items-center justify-between gap-2 rounded-md bg-grey-soft py-1 pr-1 pl-3 text-ink-2">
              {t('create.restored')}
              <Button variant="ghost" onClick={startAnew}>
                {t('create.startAnew')}
              </Button>
            </p>
          )}
          {created !== undefined && send.isError && (
            <Alert>{t('create.unfinished', { key: created.key, problem: textOf(send.error) })}</Alert>
          )}
          {created === undefined && elsewhere !== undefined && <Alert>{elsewhere}</Alert>}
          <TemplateChoice program={program} onChoose={choose} />
          <FormProvider {...form}>
            <ContentFields fields={fields} complete={() => submitting.current} files={files} onFiles={setFiles} />
          </FormProvider>
        </DialogBody>
        {uploading !== undefined && (
          <div className="border-t border-line px-5 py-2">
            <p className="truncate text-xs text-ink-2">{t('create.uploading', { name: uploading.name })}</p>
            <Progress value={uploading.share} label={t('create.uploading', { name: uploading.name })} />
          </div>
        )}
        <DialogFooter>
          {program.can.edit && created === undefined && (
            <Button variant="ghost" className="mr-auto -ml-3" onClick={() => setTemplateOf(form.getValues())}>
              {t('templates.saveAs')}
            </Button>
          )}
          {created !== undefined && send.isError ? (
            <Button onClick={() => done(created)}>{t('create.open', { key: created.key })}</Button>
          ) : (
            <Button
              busy={send.isPending && !send.variables.submit}
              disabled={send.isPending}
              onClick={() => void sendAs(false)}
            >
              {t('create.draft')}
            </Button>
          )}
          <Button
            type="submit"
            variant="primary"
            shortcut="Ctrl ↵"
            busy={send.isPending && send.variables.submit}
            disabled={send.isPending}
          >
            {created === undefined ? t('create.submit') : t('common.retry')}
          </Button>
        </DialogFooter>
      </form>
      {templateOf !== undefined && (
        <TemplateDialog program={program} content={templateOf} onClose={() => setTemplateOf(undefined)} />
      )}
    </Dialog>
  );
}

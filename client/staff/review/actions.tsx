import { pages } from '@shared/pages';
import { BottomBar } from '../../components/bottom-bar';
import { Button } from '../../components/button';
import { openPage } from '../../open-page';
import type { Open, ScreenProps } from './decisions';

interface ActionsProps extends ScreenProps {
  onRecommend: () => void;
  onEndorse: () => void;
  onAsk: (sheet: Open) => void;
}

/** The one or two buttons that this state and this person have. */
export function Actions({ review, decisions, onRecommend, onEndorse, onAsk }: ActionsProps) {
  const { accept, recommend, endorse, by } = decisions;
  const { can } = review;
  if (can.accept) {
    return (
      <BottomBar hint="受理后开始审查，申请人会收到消息">
        <Button id="accept" busy={accept.busy} onTap={() => void accept.run(by)}>
          受理申请
        </Button>
      </BottomBar>
    );
  }
  if (can.recommend || can.return) {
    return (
      <BottomBar hint={can.recommend ? '通过后，由另一位审查人复审' : '在严重违法失信名单上，不能通过审查'}>
        <Button id="open-return" kind="secondary" onTap={() => onAsk('return')}>
          退回补正
        </Button>
        {can.recommend ? (
          <Button id="recommend" busy={recommend.busy} onTap={onRecommend}>
            初审通过
          </Button>
        ) : null}
      </BottomBar>
    );
  }
  if (can.endorse || can.sendBack) {
    return (
      <BottomBar hint={can.endorse ? '通过后，等待列入会议议题' : '在严重违法失信名单上，不能通过审查'}>
        <Button id="open-send-back" kind="secondary" onTap={() => onAsk('sendBack')}>
          退回初审
        </Button>
        {can.endorse ? (
          <Button id="endorse" busy={endorse.busy} onTap={onEndorse}>
            复审通过
          </Button>
        ) : null}
      </BottomBar>
    );
  }
  if (can.complete) {
    return (
      <BottomBar hint="代办的同事不在时，由您按说明补好；以后这件由别人审查">
        <Button id="complete" onTap={() => openPage(pages.assisted(review.id))}>
          代为补正
        </Button>
      </BottomBar>
    );
  }
  if (can.explain) {
    return (
      <BottomBar hint="申请人现在看到的是会议的决议">
        <Button id="open-explain" onTap={() => onAsk('explain')}>
          告知未通过的原因
        </Button>
      </BottomBar>
    );
  }
  if (!can.uphold) return null;
  return (
    <BottomBar hint="申请人会收到结果和理由">
      <Button id="open-dismiss" kind="secondary" onTap={() => onAsk('dismissed')}>
        申诉不成立
      </Button>
      <Button id="open-uphold" onTap={() => onAsk('upheld')}>
        申诉成立
      </Button>
    </BottomBar>
  );
}

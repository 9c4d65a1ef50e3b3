-- Takes back: which stretch of time is meant. The figures themselves stay.
drop function catb.analytics_range(text, text, text, text);

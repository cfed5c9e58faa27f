# Business::Hours answers the questions of one case: one JSON text in, a number a line out, then the nanoseconds a call.
use strict;
use warnings;
use Business::Hours;
use JSON::PP;
use Time::HiRes qw(clock time);

$| = 1;
local $/ = undef;
my $job = decode_json(<STDIN>);
my @names = qw(Sunday Monday Tuesday Wednesday Thursday Friday Saturday);

sub hours_of {
    my %week;
    for my $day (0 .. 6) {
        my $open = $job->{weekend} || ($day >= 1 && $day <= 5);
        my @windows = $open ? @{ $job->{windows} } : ();
        my %hours = (Name => $names[$day], Start => undef, End => undef);
        if (@windows) {
            $hours{Start} = $windows[0][0];
            ($hours{End} = $windows[-1][1]) =~ s/^24:/00:/;
            if (@windows > 1) {
                $hours{Breaks} = [ { Start => $windows[0][1], End => $windows[1][0] } ];
            }
        }
        $week{$day} = \%hours;
    }
    my $hours = Business::Hours->new();
    $hours->business_hours(%week, holidays => $job->{holidays});
    return $hours;
}

my $hours = hours_of();

# It counts whole seconds.
sub answer {
    my ($a, $b) = @_;
    if ($job->{op} eq 'add') {
        my $at = $hours->add_seconds(int($a / 1000), int($b / 1000));
        return defined $at ? $at * 1000 : 'NaN';
    }
    $hours->for_timespan(Start => int($a / 1000), End => int($b / 1000));
    return 1000 * $hours->between(int($a / 1000), int($b / 1000));
}

my ($began, $spent, $count) = (time, clock(), 0);
for my $question (@{ $job->{questions} }) {
    print answer(@$question), "\n";
    $count += 1;
    last if time - $began > $job->{seconds};
}
printf "speed %.0f\n", (clock() - $spent) * 1e9 / $count;
